package dev.toolverdicts.newsletter.mail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How much mail waits that somebody has asked for.
@Repository
class MailQueueQueries {

    private final JdbcClient jdbc;

    MailQueueQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long waiting() {
        return jdbc.sql("SELECT count(*) FROM mail_queue").query(Long.class).single();
    }

    /// Seconds since the oldest was queued.
    double oldest() {
        return jdbc.sql("""
                        SELECT greatest(coalesce(extract(epoch FROM clock_timestamp() - min(queued_at)), 0), 0)::float8
                        FROM mail_queue
                        """).query(Double.class).single();
    }
}
