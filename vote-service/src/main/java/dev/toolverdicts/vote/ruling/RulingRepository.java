package dev.toolverdicts.vote.ruling;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Decisions as they were made, and the votes each is about.
class RulingRepository {

    /// One decides at a time, in whichever copy: two rulings on one vote must reach the log in the order in which they
    /// commit, and two rules must not both hold it.
    private static final long TURN = 0x7275_6c69_6e67_7321L;

    record Ruled(long id, VoteAt vote) {}

    private final JdbcClient jdbc;

    RulingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes the turn until the transaction ends, if nobody else has it.
    boolean tryTurn() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(TURN)
                .query(Boolean.class)
                .single();
    }

    /// Waits for the turn and takes it until the transaction ends.
    void awaitTurn() {
        var _ = jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?)) turn")
                .param(TURN)
                .query(Integer.class)
                .single();
    }

    long add(Decision decision, int votes) {
        return jdbc.sql("""
                        INSERT INTO moderation_audit (decided_at, actor, tool_id, ruling, reason, note, votes)
                        VALUES (:at, :actor, :tool, :ruling, :reason, :note, :votes) RETURNING id
                        """)
                .param("at", decision.at().atOffset(ZoneOffset.UTC))
                .param("actor", decision.actor())
                .param("tool", decision.toolId())
                .param("ruling", decision.ruling().toString())
                .param("reason", decision.reason())
                .param("note", decision.note())
                .param("votes", votes)
                .query(Long.class)
                .single();
    }

    List<Ruled> add(long audit, Decision decision, List<VoteAt> votes) {
        return jdbc.sql("""
                        INSERT INTO vote_ruling (audit_id, tool_id, voter_id, up_to_offset, ruling)
                        SELECT :audit, :tool, voter_id, up_to_offset, :ruling
                        FROM unnest(:voters, :offsets) AS judged (voter_id, up_to_offset)
                        RETURNING id, voter_id, up_to_offset
                        """)
                .param("audit", audit)
                .param("tool", decision.toolId())
                .param("ruling", decision.ruling().toString())
                .param(
                        "voters",
                        new SqlArrayValue(
                                "uuid", votes.stream().map(VoteAt::voterId).toArray()))
                .param(
                        "offsets",
                        new SqlArrayValue(
                                "int8", votes.stream().map(VoteAt::logOffset).toArray()))
                .query((row, _) -> new Ruled(
                        row.getLong("id"),
                        new VoteAt(
                                decision.toolId(), row.getObject("voter_id", UUID.class), row.getLong("up_to_offset"))))
                .list();
    }
}
