package dev.toolverdicts.newsletter.preflight;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PreflightQueries {

    private static final String MAILABLE = """
            FROM subscriber
            WHERE status = 'confirmed' AND suppressed IS NULL AND (paused_until IS NULL OR paused_until <= :now)
            """;

    private final JdbcClient jdbc;

    PreflightQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long recipients(Instant now) {
        return jdbc.sql("SELECT count(*) " + MAILABLE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /// Some of those it goes to, by chance.
    List<UUID> sample(int size, Instant now) {
        return jdbc.sql("SELECT subscriber_id " + MAILABLE + " ORDER BY random() LIMIT :size")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("size", size)
                .query(UUID.class)
                .list();
    }

    Set<String> known(Collection<String> slugs) {
        return new HashSet<>(jdbc.sql("SELECT slug FROM digest_tool WHERE slug = ANY (:slugs)")
                .param("slugs", slugs.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
