package dev.toolverdicts.catalog.category;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/// Part of a list short enough to be read as a whole. A cursor is the key of the last item of
/// the page before.
public final class ListPage<T> {

    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
    private static final String MOST = "100";

    private final List<T> items;
    private final @Nullable String next;

    private ListPage(List<T> items, @Nullable String next) {
        this.items = items;
        this.next = next;
    }

    /// @throws InvalidInput when the limit is none, or the cursor is not one of this list
    public static <T> ListPage<T> of(
            List<T> all, Function<T, String> key, @Nullable String limit, @Nullable String cursor) {
        var faults = new ArrayList<Fault>();
        String size = limit == null ? MOST : limit;
        if (!LIMIT.matcher(size).matches()) {
            faults.add(new Fault("/limit", "must be a whole number from 1 to 100"));
        }
        List<String> cursors = all.stream().map(key).map(ListPage::cursor).toList();
        int start = cursor == null ? 0 : cursors.indexOf(cursor) + 1;
        if (cursor != null && start == 0) {
            faults.add(new Fault("/cursor", "must be a cursor from an earlier answer to the same request"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        int end = Math.min(all.size(), start + Integer.parseInt(size));
        return new ListPage<>(
                all.subList(start, end),
                end < all.size() ? "?limit=" + size + "&cursor=" + cursors.get(end - 1) : null);
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("after~" + key).getBytes(UTF_8));
    }

    public List<T> items() {
        return items;
    }

    /// Adds the way to the next page.
    public <B> ResponseEntity<B> linked(ResponseEntity<B> answer, String path) {
        return next == null
                ? answer
                : ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .header(HttpHeaders.LINK, "<" + path + next + ">; rel=\"next\"")
                        .body(answer.getBody());
    }
}
