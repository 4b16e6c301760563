package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.platform.messaging.Inbox;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Changes as events tell them; telling one again changes nothing.
@Repository
class ChangeRepository {

    private final JdbcClient jdbc;

    ChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Change> changes) {
        changes.forEach(this::add);
    }

    private void add(Change change) {
        Change.Critic critic = change.critic();
        jdbc.sql("""
                        INSERT INTO alert_change (
                            change_id, kind, tool_id, critic, critic_name, from_value, to_value, since, traceparent)
                        VALUES (:id, :kind, :tool, :critic, :criticName, :from, :to, :since, :traceparent)
                        ON CONFLICT (change_id) DO NOTHING
                        """)
                .param("id", change.id())
                .param("kind", change.kind().toString())
                .param("tool", change.toolId())
                .param("critic", critic == null ? null : critic.key())
                .param("criticName", critic == null ? null : critic.name())
                .param("from", change.from())
                .param("to", change.to())
                .param("since", at(change.since()))
                // The topics that changes are read from have the tool's id as their key.
                .param("traceparent", Inbox.traceparents().get(change.toolId().toString()))
                .update();
    }

    /// Keeps a critic's verdict of a tool, and with it the change that it is.
    void review(UUID toolId, long version, PanelFacts.Review review) {
        var critic = new Change.Critic(review.criticKey(), review.criticName());
        jdbc.sql("""
                        INSERT INTO alert_review AS r (tool_id, critic, version, verdict)
                        VALUES (:tool, :critic, :version, :verdict)
                        ON CONFLICT (tool_id, critic) DO UPDATE SET
                            version = excluded.version, verdict = excluded.verdict
                        WHERE r.version < excluded.version
                        RETURNING old.verdict AS before
                        """)
                .param("tool", toolId)
                .param("critic", critic.key())
                .param("version", version)
                .param("verdict", review.verdict())
                .query((row, _) -> new Change(
                        ChangeKind.REVIEW,
                        toolId,
                        critic,
                        row.getString("before"),
                        review.verdict(),
                        review.revisedAt()))
                .optional()
                .filter(Change::isOne)
                .ifPresent(this::add);
    }

    void save(CriticFacts critic) {
        jdbc.sql("""
                        INSERT INTO alert_critic AS c (critic, version, name) VALUES (:key, :version, :name)
                        ON CONFLICT (critic) DO UPDATE SET version = excluded.version, name = excluded.name
                        WHERE c.version < excluded.version
                        """)
                .param("key", critic.criticKey())
                .param("version", critic.version())
                .param("name", critic.name())
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
