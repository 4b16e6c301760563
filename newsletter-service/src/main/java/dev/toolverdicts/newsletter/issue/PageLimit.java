package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How much of a list one answer holds: at most, and unless asked otherwise, 100.
final class PageLimit {

    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");

    private PageLimit() {}

    /// Refuses a limit that is none, and every cursor, as long as no list is longer than one page.
    static void check(@Nullable String limit, @Nullable String cursor) {
        List<Fault> faults = new ArrayList<>();
        if (limit != null && !LIMIT.matcher(limit).matches()) {
            faults.add(new Fault("/limit", "must be a whole number from 1 to 100"));
        }
        if (cursor != null) {
            faults.add(new Fault("/cursor", "must be a cursor from the Link header of an earlier answer"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
