package dev.toolverdicts.vote.moderation;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Votes that are held now.
class HoldQueries {

    /// Who held it stands with the decision; one that another database made is not known by name.
    private static final String HELD = """
            WITH held AS (
                SELECT v.*, v.ruling_reason AS reason, coalesce(decision.actor, 'unknown') AS actor
                FROM votes v LEFT JOIN LATERAL (
                    SELECT a.actor FROM vote_ruling r JOIN moderation_audit a ON a.id = r.audit_id
                    WHERE r.tool_id = v.tool_id AND r.voter_id = v.voter_id
                      AND r.up_to_offset = v.ruled_to AND r.ruling = v.ruling
                    ORDER BY r.id DESC LIMIT 1
                ) AS decision ON true
                WHERE v.state <> 'counted' AND v.state = 'held' AND v.choice <> 'none'
            )""";

    private final JdbcClient jdbc;

    HoldQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What waits longest comes first.
    List<Hold.Row> groups(HoldCursor after, int most) {
        return jdbc.sql(HELD + """
                SELECT * FROM (
                    SELECT tool_id, reason, actor, count(*) AS votes, count(*) FILTER (WHERE choice = 'ship') AS ships,
                           count(*) FILTER (WHERE choice = 'skip') AS skips, min(ruled_at) AS since
                    FROM held GROUP BY tool_id, reason, actor
                ) AS grouped
                WHERE (since, tool_id, reason, actor) > (:since, :tool, :reason, :actor)
                ORDER BY since, tool_id, reason, actor LIMIT :most
                """)
                .param("since", after.since().atOffset(ZoneOffset.UTC))
                .param("tool", after.toolId())
                .param("reason", after.reason())
                .param("actor", after.actor())
                .param("most", most)
                .query((row, _) -> new Hold.Row(
                        row.getObject("tool_id", UUID.class),
                        row.getString("reason"),
                        row.getString("actor"),
                        row.getLong("votes"),
                        row.getLong("ships"),
                        row.getLong("skips"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    List<HeldVote> votes(UUID tool, UUID after, int most) {
        return jdbc.sql(HELD + """
                SELECT voter_id, choice, tier, network_hash, arrival_site, voter_since, reason, actor, cast_at,
                       ruled_at AS held_at
                FROM held WHERE tool_id = :tool AND voter_id > :after ORDER BY voter_id LIMIT :most
                """)
                .param("tool", tool)
                .param("after", after)
                .param("most", most)
                .query(HeldVote.class)
                .list();
    }
}
