package dev.toolverdicts.vote.ranking;

import dev.toolverdicts.vote.turn.TurnRepository;
import java.time.Duration;
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
    /// @param restored whether it came from the log: this database hears again what it was closed with
    record Stored(LeaderboardState board, @Nullable Instant reopenedAt, boolean restored) {

        /// @param settled how long before its end nothing was still on its way to it
        boolean wasClosedWith(Instant ruledAt, Duration settled) {
            Instant closedAt = board.closedAt();
            return restored && closedAt != null && ruledAt.isBefore(closedAt.minus(settled));
        }
    }

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
        return read("state <> 'closed'", List.of());
    }

    List<Stored> find(Collection<String> keys) {
        return read("board_key = ANY (:keys)", keys);
    }

    private List<Stored> read(String which, Collection<String> keys) {
        return jdbc.sql("SELECT content, reopened_at, restored FROM leaderboard WHERE " + which)
                .param("keys", new SqlArrayValue("text", keys.toArray()))
                .query((row, _) -> new Stored(
                        json.readValue(row.getString("content"), LeaderboardState.class),
                        instant(row.getObject("reopened_at", OffsetDateTime.class)),
                        row.getBoolean("restored")))
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
                            reopened_at = excluded.reopened_at, content = excluded.content, restored = false
                        """)
                .param("key", board.boardKey())
                .param("version", board.version())
                .param("state", board.state())
                .param("reopenedAt", reopenedAt == null ? null : reopenedAt.atOffset(ZoneOffset.UTC))
                .param("content", json.writeValueAsString(board))
                .update();
    }

    /// As it was published, where nothing later is known.
    void restore(LeaderboardState board) {
        jdbc.sql("""
                        INSERT INTO leaderboard AS l (board_key, version, state, reopened_at, content, restored)
                        VALUES (:key, :version, :state, CASE WHEN :state = 'reopened' THEN :at END, :content::jsonb, true)
                        ON CONFLICT (board_key) DO UPDATE SET version = excluded.version, state = excluded.state,
                            reopened_at = excluded.reopened_at, content = excluded.content, restored = true
                        WHERE l.version < excluded.version
                        """)
                .param("key", board.boardKey())
                .param("version", board.version())
                .param("state", board.state())
                .param("at", board.updatedAt().atOffset(ZoneOffset.UTC))
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
                        INSERT INTO leaderboard_ruling AS l (day, ruled_at)
                        SELECT (v.cast_at AT TIME ZONE 'UTC')::date, max(r.ruled_at::timestamptz)
                        FROM unnest(:tools, :voters, :offsets, :times) AS r (tool_id, voter_id, up_to, ruled_at)
                        JOIN votes v ON v.tool_id = r.tool_id AND v.voter_id = r.voter_id AND v.log_offset <= r.up_to
                        GROUP BY 1
                        ON CONFLICT (day) DO UPDATE SET ruled_at = greatest(l.ruled_at, excluded.ruled_at)
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
                .param(
                        "times",
                        new SqlArrayValue(
                                "text",
                                rulings.stream()
                                        .map(ruling -> ruling.ruledAt().toString())
                                        .toArray()))
                .update();
    }

    /// The days that were ruled on, with the newest ruling's time, told once.
    Map<LocalDate, Instant> takeRuledDays() {
        var days = new HashMap<LocalDate, Instant>();
        jdbc.sql("DELETE FROM leaderboard_ruling RETURNING day, ruled_at").query(row -> {
            days.put(
                    row.getObject("day", LocalDate.class),
                    row.getObject("ruled_at", OffsetDateTime.class).toInstant());
        });
        return days;
    }
}
