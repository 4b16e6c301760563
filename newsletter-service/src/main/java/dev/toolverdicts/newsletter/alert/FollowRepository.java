package dev.toolverdicts.newsletter.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FollowRepository {

    private static final String FOLLOW =
            "SELECT follow_id, target_kind, target_key, events, webhook_id, created_at FROM follow ";

    private final JdbcClient jdbc;

    FollowRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Holds the subscriber's row, so that limits hold and an erasure waits.
    ///
    /// @return whether alerts may go there
    boolean lockIfConfirmed(UUID subscriberId) {
        return jdbc.sql("""
                        SELECT subscriber_id FROM subscriber
                        WHERE subscriber_id = :id AND status = 'confirmed' AND suppressed IS NULL FOR UPDATE
                        """)
                .param("id", subscriberId)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /// Holds the subscriber's row, as whoever changes preferences and follows together does first.
    void lock(UUID subscriberId) {
        jdbc.sql("SELECT subscriber_id FROM subscriber WHERE subscriber_id = :id FOR UPDATE")
                .param("id", subscriberId)
                .query(UUID.class)
                .optional();
    }

    boolean isConfirmed(UUID subscriberId) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM subscriber
                            WHERE subscriber_id = :id AND status = 'confirmed' AND suppressed IS NULL)
                        """).param("id", subscriberId).query(Boolean.class).single();
    }

    Optional<Follow> find(UUID subscriberId, Target target, @Nullable UUID webhookId) {
        return jdbc.sql(FOLLOW + """
                        WHERE subscriber_id = :subscriber AND target_kind = :kind AND target_id = :target
                          AND webhook_id IS NOT DISTINCT FROM :webhook::uuid
                        """)
                .param("subscriber", subscriberId)
                .param("kind", target.kind().toString())
                .param("target", target.id())
                .param("webhook", webhookId)
                .query((row, _) -> follow(row))
                .optional();
    }

    void add(UUID subscriberId, Follow follow, Target target) {
        jdbc.sql("""
                        INSERT INTO follow (
                            follow_id, subscriber_id, target_kind, target_id, target_key, events, webhook_id, created_at)
                        VALUES (:id, :subscriber, :kind, :target, :key, :events, :webhook, :now)
                        """)
                .param("id", follow.id())
                .param("subscriber", subscriberId)
                .param("kind", target.kind().toString())
                .param("target", target.id())
                .param("key", target.key())
                .param("events", follow.events().toArray(String[]::new))
                .param("webhook", follow.webhookId())
                .param("now", follow.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("INSERT INTO follow_subject (follow_id, subject) SELECT :id, unnest(:subjects::text[])")
                .param("id", follow.id())
                .param("subjects", target.subjects().toArray(String[]::new))
                .update();
    }

    void change(UUID id, List<String> events) {
        jdbc.sql("UPDATE follow SET events = :events WHERE follow_id = :id")
                .param("events", events.toArray(String[]::new))
                .param("id", id)
                .update();
    }

    List<Follow> of(UUID subscriberId) {
        return jdbc.sql(FOLLOW + "WHERE subscriber_id = :id ORDER BY created_at, follow_id")
                .param("id", subscriberId)
                .query((row, _) -> follow(row))
                .list();
    }

    Optional<Follow> one(UUID subscriberId, UUID followId) {
        return jdbc.sql(FOLLOW + "WHERE subscriber_id = :subscriber AND follow_id = :id")
                .param("subscriber", subscriberId)
                .param("id", followId)
                .query((row, _) -> follow(row))
                .optional();
    }

    /// How pages and mails name what is followed, by the follows' ids: what it is and its name of today.
    Map<UUID, String> words(UUID subscriberId) {
        return jdbc
                .sql("""
                        SELECT follow_id, target_kind || ' ' || coalesce(CASE
                            WHEN target_kind = 'critic' THEN
                                (SELECT name FROM alert_critic WHERE critic = target_id)
                            WHEN target_kind = 'category' THEN
                                (SELECT name FROM digest_category WHERE category = target_id)
                            WHEN target_kind IN ('tool', 'pair') THEN
                                (SELECT string_agg(name, ' and ' ORDER BY slug)
                                 FROM follow_subject s JOIN digest_tool ON tool_id = substr(subject, 6)::uuid
                                 WHERE s.follow_id = f.follow_id)
                            END, target_key) AS words
                        FROM follow f WHERE subscriber_id = :id
                        """)
                .param("id", subscriberId)
                .query((row, _) -> Map.entry(row.getObject("follow_id", UUID.class), row.getString("words")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// @param followId null for all that come by mail
    int remove(UUID subscriberId, @Nullable UUID followId) {
        return jdbc.sql("""
                        WITH ended AS (
                            DELETE FROM follow WHERE subscriber_id = :subscriber
                              AND (follow_id = :id OR (:id::uuid IS NULL AND webhook_id IS NULL))
                            RETURNING target_kind
                        ), preference AS (
                            UPDATE subscriber SET frequency = 'weekly'
                            WHERE subscriber_id = :subscriber AND frequency = 'each'
                              AND EXISTS (SELECT FROM ended WHERE target_kind = 'all')
                        )
                        SELECT count(*) FROM ended
                        """)
                .param("subscriber", subscriberId)
                .param("id", followId)
                .query(Integer.class)
                .single();
    }

    private static Follow follow(ResultSet row) throws SQLException {
        Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new Follow(
                row.getObject("follow_id", UUID.class),
                TargetKind.of(row.getString("target_kind")).orElseThrow(),
                row.getString("target_key"),
                List.of((String[]) row.getArray("events").getArray()),
                row.getObject("webhook_id", UUID.class),
                created);
    }
}
