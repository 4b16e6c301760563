package dev.toolverdicts.vote.duel;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// What ballots there are.
class DuelQueries {

    private final JdbcClient jdbc;

    DuelQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Winner> choice(UUID voterId, Pair pair) {
        return jdbc.sql("SELECT winner FROM duel WHERE tool_a = :a AND tool_b = :b AND voter_id = :voter")
                .param("a", pair.toolA())
                .param("b", pair.toolB())
                .param("voter", voterId)
                .query(String.class)
                .optional()
                .flatMap(Winner::of);
    }

    Optional<DuelState> state(Pair pair) {
        return jdbc.sql("SELECT * FROM duel_pair WHERE tool_a = :a AND tool_b = :b")
                .param("a", pair.toolA())
                .param("b", pair.toolB())
                .query((row, _) -> DuelRepository.state(row))
                .optional();
    }

    /// All of a voter's, the latest first.
    List<StoredDuel> of(UUID voterId) {
        return jdbc.sql("""
                        SELECT tool_a, tool_b, winner, cast_at FROM duel WHERE voter_id = :voter
                        ORDER BY cast_at DESC, tool_a, tool_b
                        """)
                .param("voter", voterId)
                .query((row, _) -> new StoredDuel(
                        row.getObject("tool_a", UUID.class),
                        row.getObject("tool_b", UUID.class),
                        Winner.of(row.getString("winner")).orElseThrow(),
                        row.getTimestamp("cast_at").toInstant()))
                .list();
    }

    Map<UUID, Instant> oldest(Collection<UUID> voters) {
        var oldest = new HashMap<UUID, Instant>();
        jdbc.sql("SELECT voter_id, min(cast_at) AS oldest FROM duel WHERE voter_id = ANY (:voters) GROUP BY voter_id")
                .param("voters", new SqlArrayValue("uuid", voters.toArray()))
                .query(row -> {
                    oldest.put(
                            row.getObject("voter_id", UUID.class),
                            row.getTimestamp("oldest").toInstant());
                });
        return oldest;
    }

    /// Every pair that has a ballot.
    List<DuelState> all() {
        return jdbc.sql("SELECT * FROM duel_pair WHERE wins_a + wins_b + ties > 0 ORDER BY tool_a, tool_b")
                .query((row, _) -> DuelRepository.state(row))
                .list();
    }

    Map<String, Long> versions() {
        var versions = new HashMap<String, Long>();
        jdbc.sql("SELECT tool_a, tool_b, version FROM duel_pair WHERE version > 0")
                .query(row -> {
                    versions.put(row.getString("tool_a") + ":" + row.getString("tool_b"), row.getLong("version"));
                });
        return versions;
    }
}
