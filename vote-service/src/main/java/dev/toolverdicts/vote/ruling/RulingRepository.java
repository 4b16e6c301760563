package dev.toolverdicts.vote.ruling;

import dev.toolverdicts.vote.turn.TurnRepository;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Decisions as they were made, and the votes each is about.
/// One decides at a time, in whichever copy: two rulings on one vote must reach the log in the order in which they
/// commit, and two rules must not both hold it.
class RulingRepository extends TurnRepository {

    record Ruled(long id, VoteAt vote) {}

    /// The last ruling on one vote.
    record OfVoter(VoteAt vote, RulingKind ruling) {}

    private final JdbcClient jdbc;

    RulingRepository(JdbcClient jdbc) {
        super(jdbc, "rulings!");
        this.jdbc = jdbc;
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

    /// The last rulings on a voter's votes, whether they are counted yet or not, without those that have this reason.
    List<OfVoter> ofVoter(UUID voterId, String reason) {
        return jdbc.sql("""
                        SELECT v.tool_id, coalesce(last.ruling, v.ruling) AS ruling,
                               coalesce(last.up_to_offset, v.ruled_to) AS up_to_offset
                        FROM votes v LEFT JOIN LATERAL (
                            SELECT r.ruling, r.up_to_offset, a.reason
                            FROM vote_ruling r JOIN moderation_audit a ON a.id = r.audit_id
                            WHERE r.tool_id = v.tool_id AND r.voter_id = v.voter_id ORDER BY r.id DESC LIMIT 1
                        ) AS last ON true
                        WHERE v.voter_id = :voter AND coalesce(last.reason, v.ruling_reason) <> :reason
                        ORDER BY v.tool_id
                        """)
                .param("voter", voterId)
                .param("reason", reason)
                .query((row, _) -> new OfVoter(
                        new VoteAt(row.getObject("tool_id", UUID.class), voterId, row.getLong("up_to_offset")),
                        RulingKind.of(row.getString("ruling")).orElseThrow()))
                .list();
    }

    void delete(UUID voterId, List<OfVoter> rulings) {
        jdbc.sql("DELETE FROM vote_ruling WHERE tool_id = ANY (:tools) AND voter_id = :voter")
                .param(
                        "tools",
                        new SqlArrayValue(
                                "uuid",
                                rulings.stream()
                                        .map(each -> each.vote().toolId())
                                        .toArray()))
                .param("voter", voterId)
                .update();
    }
}
