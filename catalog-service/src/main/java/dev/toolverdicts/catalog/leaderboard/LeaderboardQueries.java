package dev.toolverdicts.catalog.leaderboard;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.ToolCard;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class LeaderboardQueries implements Leaderboards {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CardQueries cards;

    LeaderboardQueries(JdbcClient jdbc, JsonMapper json, CardQueries cards) {
        this.jdbc = jdbc;
        this.json = json;
        this.cards = cards;
    }

    @Override
    public Optional<Leaderboard> latest(String period) {
        return jdbc.sql("SELECT content FROM leaderboard WHERE period = ? ORDER BY window_from DESC LIMIT 1")
                .param(period)
                .query(String.class)
                .optional()
                .map(this::board);
    }

    @Override
    public Optional<Leaderboard> find(String period, String key) {
        return jdbc.sql("SELECT content FROM leaderboard WHERE board_key = ?")
                .param(period.equals(key) ? period : period + ":" + key)
                .query(String.class)
                .optional()
                .map(this::board);
    }

    private Leaderboard board(String content) {
        BoardState board = json.readValue(content, BoardState.class);
        List<UUID> ids = board.rows().stream().map(BoardState.Row::toolId).toList();
        Map<UUID, ToolCard> known = cards.byIds(ids);
        // Asked only where one is missing, which is also so while its event is on its way.
        Set<UUID> gone = known.keySet().containsAll(ids) ? Set.of() : cards.takenDown(ids);
        return new Leaderboard(
                board.period(),
                key(board),
                board.state(),
                board.windowFrom(),
                board.windowTo(),
                board.closedAt(),
                board.note(),
                board.ranked(),
                board.rows().stream()
                        .filter(row -> !gone.contains(row.toolId()))
                        .map(row -> row(row, known.get(row.toolId())))
                        .toList(),
                board.updatedAt());
    }

    private static String key(BoardState board) {
        String key = board.windowKey();
        return key == null ? board.period() : key;
    }

    private static Leaderboard.Row row(BoardState.Row row, @Nullable ToolCard card) {
        long votes = row.ships() + row.skips();
        return new Leaderboard.Row(
                row.place(),
                row.toolId(),
                card == null ? row.slug() : card.slug(),
                card == null ? row.slug() : card.name(),
                row.ships(),
                row.skips(),
                votes == 0 ? null : (Integer) Math.toIntExact((200 * row.ships() + votes) / (2 * votes)),
                row.wilsonLow(),
                row.wilsonHigh(),
                row.robustness(),
                row.fairStart(),
                row.momentum(),
                row.score(),
                card);
    }

    @Override
    public List<BoardLink> list(@Nullable String period, @Nullable String after, int limit) {
        return jdbc
                .sql("""
                        SELECT content - 'rows' || '{"rows": []}' AS content FROM leaderboard
                        WHERE (:period::text IS NULL OR period = :period)
                          AND (:after::text IS NULL OR (coalesce(window_from, 'infinity'), board_key) <
                               (SELECT coalesce(window_from, 'infinity'), board_key FROM leaderboard
                                WHERE board_key = :after))
                        ORDER BY coalesce(window_from, 'infinity') DESC, board_key DESC LIMIT :limit
                        """)
                .param("period", period)
                .param("after", after)
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .map(content -> link(json.readValue(content, BoardState.class)))
                .toList();
    }

    /// There are many, and their rows are most of their bytes: each is unpacked once, and none is sent.
    @Override
    public List<BoardAddress> addresses() {
        return jdbc.sql("""
                        SELECT period, coalesce(window_key, period) AS key, (content ->> 'updatedAt')::timestamptz AS changed
                        FROM leaderboard ORDER BY coalesce(window_from, 'infinity') DESC, board_key DESC
                        """)
                .query((row, _) -> new BoardAddress(
                        Leaderboard.path(row.getString("period"), row.getString("key")),
                        row.getObject("changed", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static BoardLink link(BoardState board) {
        return new BoardLink(
                board.period(),
                key(board),
                board.state(),
                board.windowFrom(),
                board.windowTo(),
                board.ranked(),
                board.updatedAt());
    }
}
