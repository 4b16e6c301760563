package dev.toolverdicts.vote.ranking;

import dev.toolverdicts.vote.turn.TurnRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import tools.jackson.databind.json.JsonMapper;

/// The boards as they were last published, and the days that rulings touched since.
/// One copy at a time has the turn to compute boards: two would give one version to different contents.
class LeaderboardRepository extends TurnRepository {

    /// @param reopenedAt since when a board that was final is counted again
    record Stored(LeaderboardState board, @Nullable Instant reopenedAt) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LeaderboardRepository(JdbcClient jdbc, JsonMapper json) {
        super(jdbc, "leadboar");
        this.jdbc = jdbc;
        this.json = json;
    }

    Set<String> keys() {
        return new HashSet<>(jdbc.sql("SELECT board_key FROM leaderboard")
                .query(String.class)
                .list());
    }

    List<Stored> unfinished() {
        return read("SELECT content, reopened_at FROM leaderboard WHERE state <> 'closed'", List.of());
    }

    List<Stored> find(Collection<String> keys) {
        return read("SELECT content, reopened_at FROM leaderboard WHERE board_key = ANY (:keys)", keys);
    }

    private List<Stored> read(String sql, Collection<String> keys) {
        return jdbc.sql(sql)
                .param("keys", new SqlArrayValue("text", keys.toArray()))
                .query((row, _) -> new Stored(
                        json.readValue(row.getString("content"), LeaderboardState.class),
                        instant(row.getObject("reopened_at", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    void save(LeaderboardState board, @Nullable Instant reopenedAt) {
        jdbc.sql("""
                        INSERT INTO leaderboard (board_key, version, state, reopened_at, content)
                        VALUES (:key, :version, :state, :reopenedAt, :content::jsonb)
                        ON CONFLICT (board_key) DO UPDATE SET version = excluded.version, state = excluded.state,
                            reopened_at = excluded.reopened_at, content = excluded.content
                        """)
                .param("key", board.boardKey())
                .param("version", board.version())
                .param("state", board.state())
                .param("reopenedAt", reopenedAt == null ? null : reopenedAt.atOffset(ZoneOffset.UTC))
                .param("content", json.writeValueAsString(board))
                .update();
    }

    Map<String, Long> versions() {
        var versions = new HashMap<String, Long>();
        jdbc.sql("SELECT board_key, version FROM leaderboard").query(row -> {
            versions.put(row.getString("board_key"), row.getLong("version"));
        });
        return versions;
    }

    /// Remembers the days of the votes that were ruled on. One that was cast again since is not on its old day any
    /// more, and one that is not there yet is counted before its window closes.
    void ruled(Collection<Ruling> rulings) {
        jdbc.sql("""
                        INSERT INTO leaderboard_ruling (day)
                        SELECT DISTINCT (v.cast_at AT TIME ZONE 'UTC')::date
                        FROM unnest(:tools, :voters, :offsets) AS r (tool_id, voter_id, up_to)
                        JOIN votes v ON v.tool_id = r.tool_id AND v.voter_id = r.voter_id AND v.log_offset <= r.up_to
                        ON CONFLICT (day) DO NOTHING
                        """)
                .param(
                        "tools",
                        new SqlArrayValue(
                                "uuid", rulings.stream().map(Ruling::toolId).toArray()))
                .param(
                        "voters",
                        new SqlArrayValue(
                                "uuid", rulings.stream().map(Ruling::voterId).toArray()))
                .param(
                        "offsets",
                        new SqlArrayValue(
                                "int8", rulings.stream().map(Ruling::upToOffset).toArray()))
                .update();
    }

    /// The days that were ruled on, told once.
    List<LocalDate> takeRuledDays() {
        return jdbc.sql("DELETE FROM leaderboard_ruling RETURNING day")
                .query(LocalDate.class)
                .list();
    }
}
