package dev.toolverdicts.vote.moderation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.vote.web.InvalidInput;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/// `limit` and `cursor` of a list. A cursor names the last item of the page before, so that what is decided meanwhile
/// shifts nothing.
final class Paging {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    /// What a form leads back to.
    static final Paging FIRST = new Paging(USUAL, null);

    /// @param items of one page
    /// @param next the query of the next page, null on the last
    record Page<T>(List<T> items, @Nullable String next) {}

    private final int limit;
    private final @Nullable String after;

    private Paging(int limit, @Nullable String after) {
        this.limit = limit;
        this.after = after;
    }

    static Paging of(ServerRequest request) {
        return new Paging(
                request.queryParam("limit").map(Paging::limit).orElse(USUAL),
                request.queryParam("cursor").map(Paging::decode).orElse(null));
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // The same fault as a number out of range.
        }
        throw new InvalidInput("/limit", "must be a number from 1 to " + MOST);
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw foreign();
        }
    }

    static InvalidInput foreign() {
        return new InvalidInput("/cursor", "must be a cursor from an earlier answer to the same request");
    }

    int limit() {
        return limit;
    }

    /// What the cursor holds; nothing on the first page.
    Optional<String> cursor() {
        return Optional.ofNullable(after);
    }

    /// @param found one more than fits on the page where there is a next one
    <T> Page<T> page(List<T> found, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        String last = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(cursor.apply(items.getLast()).getBytes(UTF_8));
        return new Page<>(items, "?limit=" + limit + "&cursor=" + last);
    }
}
