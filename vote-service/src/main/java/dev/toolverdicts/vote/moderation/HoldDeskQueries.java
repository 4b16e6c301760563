package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.vote.ruling.RulingKind;
import dev.toolverdicts.vote.ruling.VoteAt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Votes outside the tally as they were decided about last, also where that is not counted yet: who
/// decides sees at once that it is done, and nobody decides twice.
class HoldDeskQueries {

    private static final String STANDING = """
            WITH standing AS (
                SELECT v.tool_id, v.voter_id, v.choice, v.tier, v.network_hash, v.arrival_site, v.voter_since, v.cast_at,
                       v.log_offset, coalesce(last.ruling, v.state) AS ruling,
                       coalesce(last.reason, v.ruling_reason) AS reason, coalesce(last.actor, 'unknown') AS actor,
                       coalesce(last.decided_at, v.ruled_at) AS held_at
                FROM votes v LEFT JOIN LATERAL (
                    SELECT r.ruling, a.reason, a.actor, a.decided_at
                    FROM vote_ruling r JOIN moderation_audit a ON a.id = r.audit_id
                    WHERE r.tool_id = v.tool_id AND r.voter_id = v.voter_id AND r.up_to_offset >= v.log_offset
                    ORDER BY r.id DESC LIMIT 1
                ) AS last ON true
                WHERE v.state <> 'counted' AND v.choice <> 'none'
            )
            """;

    private static final String GROUPED = STANDING + """
            SELECT g.*, c.moderator, c.lapses_at FROM (
                SELECT tool_id, reason, count(*) AS votes, count(*) FILTER (WHERE choice = 'ship') AS ships,
                       count(*) FILTER (WHERE choice = 'skip') AS skips, min(held_at) AS since, max(held_at) AS latest
                FROM standing WHERE ruling = :state GROUP BY tool_id, reason
            ) AS g
            LEFT JOIN hold_claim c ON c.tool_id = g.tool_id AND c.reason = g.reason AND c.lapses_at > :now
            """;

    private static final String OF_GROUP = "WHERE tool_id = :tool AND reason = :reason AND ruling = :state ";

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    HoldDeskQueries(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /// @param votes some of the group's
    record Standing(Group group, List<HeldVote> votes) {}

    /// What waits longest comes first.
    List<Group> groups(RulingKind state, HoldCursor after, Instant now, int most) {
        return jdbc.sql(GROUPED + """
                WHERE (g.since, g.tool_id, g.reason) > (:since, :tool, :reason)
                ORDER BY g.since, g.tool_id, g.reason LIMIT :most
                """)
                .param("state", state.toString())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("since", after.since().atOffset(ZoneOffset.UTC))
                .param("tool", after.toolId())
                .param("reason", after.reason())
                .param("most", most)
                .query((row, _) -> group(row))
                .list();
    }

    /// What a page shows of votes and what its form says it has counted are of one moment: a vote that
    /// is held in between would be on the page and not of it.
    Optional<Standing> standing(UUID tool, String reason, RulingKind state, Instant now, UUID after, int most) {
        return snapshot.execute(_ -> group(tool, reason, state, now)
                .map(group -> new Standing(group, votes(tool, reason, state, after, most))));
    }

    private Optional<Group> group(UUID tool, String reason, RulingKind state, Instant now) {
        return jdbc.sql(GROUPED + "WHERE g.tool_id = :tool AND g.reason = :reason")
                .param("state", state.toString())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tool", tool)
                .param("reason", reason)
                .query((row, _) -> group(row))
                .optional();
    }

    List<HeldVote> votes(UUID tool, String reason, RulingKind state, UUID after, int most) {
        return jdbc.sql(STANDING + """
                SELECT voter_id, choice, tier, network_hash, arrival_site, voter_since, reason, actor, cast_at, held_at
                FROM standing
                """ + OF_GROUP + "AND voter_id > :after ORDER BY voter_id LIMIT :most")
                .param("tool", tool)
                .param("reason", reason)
                .param("state", state.toString())
                .param("after", after)
                .param("most", most)
                .query(HeldVote.class)
                .list();
    }

    /// What an order is about, of what still stands as its page showed it: neither what came later nor
    /// what somebody has decided again.
    List<VoteAt> decidable(DeskOrder order, int most) {
        return asked(order, "tool_id, voter_id, log_offset", "ORDER BY voter_id LIMIT :most")
                .param("most", most)
                .query(VoteAt.class)
                .list();
    }

    /// How many votes that is.
    long decidable(DeskOrder order) {
        return asked(order, "count(*)", "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(DeskOrder order, String columns, String end) {
        var asked = jdbc.sql(STANDING + "SELECT " + columns + " FROM standing " + OF_GROUP + "AND held_at <= :seen "
                        + (order.isForAll() ? "" : "AND voter_id = ANY (:voters) ") + end)
                .param("tool", order.toolId())
                .param("reason", order.reason())
                .param("state", order.from().toString())
                .param("seen", order.seen().atOffset(ZoneOffset.UTC));
        return order.isForAll()
                ? asked
                : asked.param("voters", new SqlArrayValue("uuid", order.voters().toArray()));
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                row.getObject("tool_id", UUID.class),
                row.getString("reason"),
                row.getLong("votes"),
                row.getLong("ships"),
                row.getLong("skips"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("latest").toInstant(),
                row.getString("moderator"),
                instant(row.getObject("lapses_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
