package dev.toolverdicts.catalog.leaderboard;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class LeaderboardRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LeaderboardRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(BoardState board) {
        String content = json.writeValueAsString(board);
        int changed = jdbc.sql("""
                        INSERT INTO leaderboard AS old (board_key, version, period, window_key, window_from, content)
                        VALUES (:key, :version, :period, :windowKey, :windowFrom, :content::jsonb)
                        ON CONFLICT (board_key) DO UPDATE SET version = excluded.version, content = excluded.content
                        WHERE old.version < excluded.version
                        """)
                .param("key", board.boardKey())
                .param("version", board.version())
                .param("period", board.period())
                .param("windowKey", board.windowKey())
                .param("windowFrom", utc(board.windowFrom()))
                .param("content", content)
                .update();
        if (changed > 0 && board.period().equals("trending")) {
            trending(content);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /// Cards are sorted by these places; a tool that is not on the board has none.
    private void trending(String content) {
        jdbc.sql("DELETE FROM trending_place").update();
        jdbc.sql("""
                        INSERT INTO trending_place (tool_id, place)
                        SELECT DISTINCT ON ("toolId") "toolId", place
                        FROM jsonb_to_recordset(:content::jsonb -> 'rows') AS row ("toolId" uuid, place int)
                        ORDER BY "toolId", place
                        """).param("content", content).update();
    }
}
