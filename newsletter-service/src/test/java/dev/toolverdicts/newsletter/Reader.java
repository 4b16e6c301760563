package dev.toolverdicts.newsletter;

import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody who has a row in the table of subscribers.
public record Reader(JdbcClient jdbc, UUID id, String email) {

    public static Reader subscribed(JdbcClient jdbc) {
        UUID id = UUID.randomUUID();
        var reader = new Reader(jdbc, id, "reader-" + id + "@example.org");
        jdbc.sql("""
                        INSERT INTO subscriber (
                            subscriber_id, email, email_key, status, topics, source, requested_at, confirmed_at)
                        VALUES (:id, :email, :email, 'confirmed', '{models}', '/weekly', '2026-11-01T00:00:00Z',
                            '2026-11-01T00:05:00Z')
                        """).param("id", id).param("email", reader.email).update();
        return reader;
    }

    public Map<String, Object> row() {
        return jdbc.sql("""
                        SELECT email, status, suppressed, topics::text AS topics, frequency, paused_until::text AS paused
                        FROM subscriber WHERE subscriber_id = :id
                        """).param("id", id).query().singleRow();
    }
}
