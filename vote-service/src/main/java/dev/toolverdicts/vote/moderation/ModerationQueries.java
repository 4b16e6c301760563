package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.vote.ruling.RulingKind;
import dev.toolverdicts.vote.ruling.VoteAt;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// The votes that an order would change. What was decided last stands, also when it is not counted yet: an order that
/// is
/// sent twice decides once.
class ModerationQueries {

    private static final String STANDING = """
            SELECT tool_id, voter_id, log_offset FROM (
                SELECT v.tool_id, v.voter_id, v.log_offset, coalesce(last.reason, v.ruling_reason) AS reason,
                       coalesce(last.ruling, CASE v.state WHEN 'counted' THEN 'restored' ELSE v.state END) AS ruling
                FROM votes v LEFT JOIN LATERAL (
                    SELECT r.ruling, a.reason FROM vote_ruling r JOIN moderation_audit a ON a.id = r.audit_id
                    WHERE r.tool_id = v.tool_id AND r.voter_id = v.voter_id AND r.up_to_offset >= v.log_offset
                    ORDER BY r.id DESC LIMIT 1
                ) AS last ON true
                WHERE v.tool_id = :tool AND v.choice <> 'none' AND\s""";

    private static final String WANTED = ") AS standing WHERE ruling <> :ruling ";

    private final JdbcClient jdbc;

    ModerationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<VoteAt> ofVoters(UUID tool, RulingKind ruling, List<UUID> voters) {
        return jdbc.sql(STANDING + "v.voter_id = ANY (:voters)" + WANTED + "ORDER BY voter_id")
                .param("tool", tool)
                .param("ruling", ruling.toString())
                .param("voters", new SqlArrayValue("uuid", voters.toArray()))
                .query(VoteAt.class)
                .list();
    }

    List<VoteAt> withReason(UUID tool, RulingKind ruling, String reason, int most) {
        return jdbc.sql(STANDING + "v.state <> 'counted'" + WANTED
                        + "AND ruling <> 'restored' AND reason = :reason ORDER BY voter_id LIMIT :most")
                .param("tool", tool)
                .param("ruling", ruling.toString())
                .param("reason", reason)
                .param("most", most)
                .query(VoteAt.class)
                .list();
    }
}
