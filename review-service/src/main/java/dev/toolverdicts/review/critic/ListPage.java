package dev.toolverdicts.review.critic;

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

/// Part of a list in a fixed order, such as the panel's. A cursor is the key of the last item of
/// the page before; it stays good when that item goes in the meantime but its key keeps a place in
/// the order.
public final class ListPage<T> {

    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
    private static final String MOST = "100";

    private final List<T> items;
    private final @Nullable String next;

    private ListPage(List<T> items, @Nullable String next) {
        this.items = items;
        this.next = next;
    }

    /// @param all in that order
    /// @param key of an item, such as the critic whose it is
    /// @param order all keys, also those without an item
    /// @throws InvalidInput when the limit is none, or the cursor is not one of this list
    public static <T> ListPage<T> of(
            List<T> all, Function<T, String> key, List<String> order, @Nullable String limit, @Nullable String cursor) {
        var faults = new ArrayList<Fault>();
        String size = limit == null ? MOST : limit;
        if (!LIMIT.matcher(size).matches()) {
            faults.add(new Fault("/limit", "must be a whole number from 1 to 100"));
        }
        List<String> cursors = order.stream().map(ListPage::cursor).toList();
        int last = cursor == null ? -1 : cursors.indexOf(cursor);
        if (cursor != null && last < 0) {
            faults.add(new Fault("/cursor", "must be a cursor from the Link header of an earlier answer"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        List<T> after = all.stream()
                .filter(item -> order.indexOf(key.apply(item)) > last)
                .toList();
        List<T> items = after.subList(0, Math.min(after.size(), Integer.parseInt(size)));
        return new ListPage<>(
                items,
                items.size() < after.size()
                        ? "?limit=" + size + "&cursor=" + cursor(key.apply(items.getLast()))
                        : null);
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
