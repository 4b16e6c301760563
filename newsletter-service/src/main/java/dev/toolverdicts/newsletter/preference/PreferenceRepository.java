package dev.toolverdicts.newsletter.preference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PreferenceRepository {

    private final JdbcClient jdbc;

    PreferenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Empty for whoever is not subscribed.
    Optional<Preferences> find(UUID subscriberId) {
        return jdbc.sql("""
                        SELECT topics, frequency, paused_until FROM subscriber
                        WHERE subscriber_id = :id AND status = 'confirmed'
                        """)
                .param("id", subscriberId)
                .query((row, _) -> new Preferences(
                        List.of((String[]) row.getArray("topics").getArray()),
                        Frequency.of(row.getString("frequency")),
                        instant(row)))
                .optional();
    }

    boolean save(UUID subscriberId, Preferences wanted) {
        return jdbc.sql("""
                        UPDATE subscriber SET topics = :topics, frequency = :frequency, paused_until = :paused
                        WHERE subscriber_id = :id AND status = 'confirmed'
                        """)
                        .param("topics", wanted.topics().toArray(String[]::new))
                        .param("frequency", wanted.frequency().key())
                        .param("paused", at(wanted.pausedUntil()))
                        .param("id", subscriberId)
                        .update()
                == 1;
    }

    /// The categories that tools have, as far as events told: their names by their keys.
    Map<String, String> knownTopics() {
        Map<String, String> topics = new HashMap<>();
        jdbc.sql("SELECT category, name FROM digest_category").query(row -> {
            topics.put(row.getString("category"), row.getString("name"));
        });
        return topics;
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        OffsetDateTime paused = row.getObject("paused_until", OffsetDateTime.class);
        return paused == null ? null : paused.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
