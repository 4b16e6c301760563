package dev.toolverdicts.catalog.card;

import dev.toolverdicts.catalog.card.CardFilter.Sort;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parameters of a list of cards, as they came, and all of their faults.
public final class CardParameters {

    public static final Set<String> VERDICTS = Set.of("ship", "mixed", "skip", "pending");
    public static final Set<String> ENTRIES = Set.of("Free", "Paid", "Unknown");
    public static final Set<String> LICENSE_CLASSES =
            Set.of("osi_open", "open_weight_restricted", "source_available", "proprietary", "unknown");
    public static final Set<String> SORTS = Set.of("newest", "panel", "community", "trending", "match");

    private static final int LONGEST = 200;
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
    private static final Pattern VOTES = Pattern.compile("[0-9]{1,9}");

    private final List<Fault> faults = new ArrayList<>();

    private CardParameters() {}

    /// @param sort the best match first when there are words, else the newest, unless it says
    ///     otherwise
    /// @throws InvalidInput when one of them cannot be accepted
    public static CardFilter parse(
            @Nullable String category,
            @Nullable String q,
            @Nullable String verdict,
            @Nullable String entry,
            @Nullable String licenseClass,
            @Nullable String minVotes,
            @Nullable String sort,
            String limit,
            @Nullable String cursor) {
        var parameters = new CardParameters();
        parameters.known("/verdict", verdict, VERDICTS);
        parameters.known("/entry", entry, ENTRIES);
        parameters.known("/licenseClass", licenseClass, LICENSE_CLASSES);
        parameters.known("/sort", sort, SORTS);
        parameters.number("/minVotes", minVotes, VOTES, "must be a whole number of at most nine digits");
        parameters.number("/limit", limit, LIMIT, "must be a whole number from 1 to 100");
        parameters.text("/q", q);
        parameters.text("/category", category);
        parameters.refuse();
        var filter = new CardFilter(
                category,
                q,
                verdict,
                entry,
                licenseClass,
                minVotes == null ? 0 : Long.parseLong(minVotes),
                sort == null ? Sort.MATCH : Sort.valueOf(sort.toUpperCase(Locale.ROOT)),
                Integer.parseInt(limit),
                cursor);
        if (cursor != null && CardCursor.parse(cursor, filter.sort()).isEmpty()) {
            throw InvalidInput.of("/cursor", "must be a cursor from an earlier answer to the same request");
        }
        return filter;
    }

    private void refuse() {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private void known(String pointer, @Nullable String value, Set<String> words) {
        if (value != null && !words.contains(value)) {
            faults.add(new Fault(
                    pointer,
                    "must be one of "
                            + String.join(", ", words.stream().sorted().toList())));
        }
    }

    private void number(String pointer, @Nullable String value, Pattern shape, String rule) {
        if (value != null && !shape.matcher(value).matches()) {
            faults.add(new Fault(pointer, rule));
        }
    }

    private void text(String pointer, @Nullable String value) {
        if (value != null
                && (value.codePointCount(0, value.length()) > LONGEST
                        || value.chars().anyMatch(Character::isISOControl))) {
            faults.add(
                    new Fault(pointer, "must be at most %d characters without control characters".formatted(LONGEST)));
        }
    }
}
