package dev.toolverdicts.platform.operations;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `limit` and `cursor` of a list that has the newest first.
///
/// @param before the id that the page before ended with
record Paging(int limit, long before) {

    private static final int MOST = 100;

    static Paging of(@Nullable String limit, @Nullable String cursor) {
        return new Paging(limit == null ? MOST : limit(limit), cursor == null ? Long.MAX_VALUE : id(cursor));
    }

    private static int limit(String text) {
        if (!text.matches("[1-9][0-9]?|100")) {
            throw OperationRefused.invalid("/limit", "must be a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    private static long id(String cursor) {
        try {
            return Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), US_ASCII));
        } catch (IllegalArgumentException notOurs) {
            throw OperationRefused.invalid("/cursor", "must be a cursor from the Link header of an earlier answer");
        }
    }

    /// One more than fits, to know whether there is a next page.
    int asked() {
        return limit + 1;
    }

    /// @param filters what else the address of the next page says; null values are left out
    <T> Page<T> page(List<T> found, ToLongFunction<T> id, Map<String, @Nullable String> filters) {
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(id.applyAsLong(items.getLast())).getBytes(US_ASCII));
        String query = Stream.concat(
                        filters.entrySet().stream()
                                .filter(filter -> filter.getValue() != null)
                                .map(filter -> filter.getKey() + "="
                                        + URLEncoder.encode(String.valueOf(filter.getValue()), StandardCharsets.UTF_8)),
                        Stream.of("limit=" + limit, "cursor=" + cursor))
                .collect(Collectors.joining("&"));
        return new Page<>(items, "?" + query);
    }

    /// @param next the query of the next page; null on the last
    record Page<T>(List<T> items, @Nullable String next) {}
}
