package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.newsletter.digest.IsoWeek;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How much of a list one answer holds (at most, and unless asked otherwise, 100) and where it goes on.
final class PageLimit {

    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");

    private final int limit;
    private final @Nullable String before;

    private PageLimit(int limit, @Nullable String before) {
        this.limit = limit;
        this.before = before;
    }

    int limit() {
        return limit;
    }

    /// The week the last page ended with; null for the first page.
    @Nullable
    String before() {
        return before;
    }

    static PageLimit of(@Nullable String limit, @Nullable String cursor) {
        List<Fault> faults = new ArrayList<>();
        if (limit != null && !LIMIT.matcher(limit).matches()) {
            faults.add(new Fault("/limit", "must be a whole number from 1 to 100"));
        }
        Optional<String> before = cursor == null ? Optional.empty() : week(cursor);
        if (cursor != null && before.isEmpty()) {
            faults.add(new Fault("/cursor", "must be a cursor from the Link header of an earlier answer"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new PageLimit(limit == null ? 100 : Integer.parseInt(limit), before.orElse(null));
    }

    /// The address of the page after one that ends with `last`.
    String next(String path, String last) {
        String cursor =
                Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.US_ASCII));
        return "<%s?limit=%d&cursor=%s>; rel=\"next\"".formatted(path, limit, cursor);
    }

    private static Optional<String> week(String cursor) {
        try {
            String week = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return IsoWeek.parse(week).map(IsoWeek::toString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
