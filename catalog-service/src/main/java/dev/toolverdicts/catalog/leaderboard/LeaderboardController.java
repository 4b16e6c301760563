package dev.toolverdicts.catalog.leaderboard;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolverdicts.catalog.card.NextPage;
import dev.toolverdicts.platform.web.ContentTag;
import dev.toolverdicts.platform.web.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Leaderboards")
class LeaderboardController {

    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
    private static final Pattern BOARD = Pattern.compile("[a-z]+(:[0-9W-]+)?");
    private static final Pattern PLACE = Pattern.compile("[1-9][0-9]{0,3}");

    private final Leaderboards boards;
    private final ContentTag tag;
    private final Clock clock;

    LeaderboardController(Leaderboards boards, ContentTag tag, Clock clock) {
        this.boards = boards;
        this.tag = tag;
        this.clock = clock;
    }

    record BoardList(List<BoardLink> leaderboards, Instant asOf) {}

    @GetMapping(path = "/api/v1/leaderboards", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The boards there are, the latest window first")
    ResponseEntity<BoardList> list(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "20") String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (period != null && !Leaderboards.PERIODS.contains(period)) {
            throw fault("/period", "must be one of all, day, month, trending, week");
        }
        int most = limit(limit);
        String after = cursor == null ? null : boardKey(decoded(cursor));
        List<BoardLink> found = boards.list(period, after, most + 1);
        List<BoardLink> page = found.stream().limit(most).toList();
        Instant asOf =
                page.stream().map(BoardLink::asOf).max(Instant::compareTo).orElseGet(() -> clock.instant());
        var body = new BoardList(page, asOf);
        BoardLink last = found.size() > most ? page.getLast() : null;
        return answer(body, last == null ? null : last.boardKey());
    }

    @GetMapping(path = "/api/v1/leaderboards/{period}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The board of the present day, week or month, of all time, or of what is trending")
    ResponseEntity<Leaderboard> current(
            @PathVariable String period,
            @RequestParam(defaultValue = "100") String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return board(period, "current", limit, cursor);
    }

    @GetMapping(path = "/api/v1/leaderboards/{period}/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One board: 2026-11-24 of day, 2026-W48 of week, 2026-11 of month, or current")
    ResponseEntity<Leaderboard> board(
            @PathVariable String period,
            @PathVariable String key,
            @RequestParam(defaultValue = "100") String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = limit(limit);
        int after = cursor == null ? 0 : place(decoded(cursor));
        Leaderboard board = (key.equals("current") ? boards.latest(period) : boards.find(period, key))
                .orElseThrow(LeaderboardNotFound::new);
        List<Leaderboard.Row> rows =
                board.rows().stream().filter(row -> row.place() > after).toList();
        List<Leaderboard.Row> page = rows.stream().limit(most).toList();
        return answer(
                board.with(page),
                rows.size() > most ? String.valueOf(page.getLast().place()) : null);
    }

    private <T> ResponseEntity<T> answer(T body, @Nullable String last) {
        return NextPage.answer(tag.of(body), last == null ? null : encoded(last))
                .body(body);
    }

    private static String encoded(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(US_ASCII));
    }

    private static int limit(String limit) {
        if (!LIMIT.matcher(limit).matches()) {
            throw fault("/limit", "must be a whole number from 1 to 100");
        }
        return Integer.parseInt(limit);
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), US_ASCII);
        } catch (IllegalArgumentException notOurs) {
            throw badCursor();
        }
    }

    private static String boardKey(String cursor) {
        if (!BOARD.matcher(cursor).matches()) {
            throw badCursor();
        }
        return cursor;
    }

    private static int place(String cursor) {
        if (!PLACE.matcher(cursor).matches()) {
            throw badCursor();
        }
        return Integer.parseInt(cursor);
    }

    private static InvalidInput badCursor() {
        return fault("/cursor", "must be a cursor from an earlier answer to the same request");
    }

    private static InvalidInput fault(String pointer, String detail) {
        return InvalidInput.of(pointer, detail);
    }
}
