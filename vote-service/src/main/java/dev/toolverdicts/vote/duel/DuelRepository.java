package dev.toolverdicts.vote.duel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Ballots and how they add up, a pair at a time.
class DuelRepository {

    private final JdbcClient jdbc;

    DuelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Locks the pair: nobody else changes a ballot of it until the transaction ends. One that nobody
    /// has voted on yet is made, so that two first ballots wait for each other.
    DuelState lockOrAdd(Pair pair, Instant now) {
        jdbc.sql("""
                        INSERT INTO duel_pair (tool_a, tool_b, version, updated_at) VALUES (:a, :b, 0, :now)
                        ON CONFLICT (tool_a, tool_b) DO NOTHING
                        """)
                .param("a", pair.toolA())
                .param("b", pair.toolB())
                .param("now", utc(now))
                .update();
        return lock(pair).orElseThrow();
    }

    /// The same, but empty for a pair that nobody has voted on.
    Optional<DuelState> lock(Pair pair) {
        return jdbc.sql("SELECT * FROM duel_pair WHERE tool_a = :a AND tool_b = :b FOR UPDATE")
                .param("a", pair.toolA())
                .param("b", pair.toolB())
                .query((row, _) -> state(row))
                .optional();
    }

    static DuelState state(ResultSet row) throws SQLException {
        return new DuelState(
                row.getObject("tool_a", UUID.class),
                row.getObject("tool_b", UUID.class),
                row.getLong("version"),
                row.getLong("wins_a"),
                row.getLong("wins_b"),
                row.getLong("ties"),
                row.getTimestamp("updated_at").toInstant());
    }

    void save(DuelState state) {
        jdbc.sql("""
                        UPDATE duel_pair SET wins_a = :winsA, wins_b = :winsB, ties = :ties, version = :version,
                            updated_at = :now
                        WHERE tool_a = :a AND tool_b = :b
                        """)
                .param("a", state.toolA())
                .param("b", state.toolB())
                .param("winsA", state.winsA())
                .param("winsB", state.winsB())
                .param("ties", state.ties())
                .param("version", state.version())
                .param("now", utc(state.updatedAt()))
                .update();
    }

    void put(UUID voterId, Pair pair, Winner winner, Instant now) {
        jdbc.sql("""
                        INSERT INTO duel (tool_a, tool_b, voter_id, winner, cast_at) VALUES (:a, :b, :voter, :winner, :now)
                        ON CONFLICT (tool_a, tool_b, voter_id) DO UPDATE SET
                            winner = excluded.winner, cast_at = excluded.cast_at
                        """)
                .param("a", pair.toolA())
                .param("b", pair.toolB())
                .param("voter", voterId)
                .param("winner", winner.toString())
                .param("now", utc(now))
                .update();
    }

    void remove(UUID voterId, Pair pair) {
        jdbc.sql("DELETE FROM duel WHERE tool_a = :a AND tool_b = :b AND voter_id = :voter")
                .param("a", pair.toolA())
                .param("b", pair.toolB())
                .param("voter", voterId)
                .update();
    }

    /// Locks these pairs, in the order in which everybody does who locks more than one.
    List<DuelState> lock(Collection<Pair> pairs) {
        return jdbc.sql("""
                        SELECT p.* FROM duel_pair p
                        WHERE (p.tool_a, p.tool_b) IN (SELECT tool_a, tool_b FROM unnest(:as, :bs) AS w (tool_a, tool_b))
                        ORDER BY p.tool_a, p.tool_b FOR UPDATE OF p
                        """)
                .param("as", uuids(pairs.stream().map(Pair::toolA)))
                .param("bs", uuids(pairs.stream().map(Pair::toolB)))
                .query((row, _) -> state(row))
                .list();
    }

    private static SqlArrayValue uuids(Stream<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
