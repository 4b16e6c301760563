package dev.toolverdicts.newsletter.alert;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds who follows what a change is about.
@Repository
class MatchRepository {

    /// A follow hears of what happens after it began: a log that is read again from its start
    /// tells old things.
    private static final String HEARS = """
            FROM alert_change c
            JOIN digest_tool t USING (tool_id)
            JOIN follow_subject s ON s.subject = ANY (
                CASE WHEN c.kind = 'review' THEN ARRAY['critic:' || c.critic]
                     ELSE ARRAY['tool:' || c.tool_id, 'category:' || t.category, 'all:verdicts'] END)
            JOIN follow f USING (follow_id)
            JOIN subscriber r USING (subscriber_id)
            WHERE c.change_id = :change AND f.created_at <= c.since AND NOT t.taken_down
              AND (f.target_kind <> 'all' OR r.topics = '{}' OR t.category = ANY (r.topics))
              AND CASE WHEN c.kind = 'review' THEN 'verdict' ELSE c.kind END = ANY (f.events)
            """;

    static final long POSTS = 0x706f737473L; // "posts"

    private final JdbcClient jdbc;

    MatchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes a change whose tool is known, for the caller's transaction alone.
    Optional<UUID> take() {
        return jdbc.sql("""
                        SELECT change_id FROM alert_change c
                        WHERE matched_at IS NULL AND EXISTS (SELECT FROM digest_tool t WHERE t.tool_id = c.tool_id)
                        ORDER BY since LIMIT 1 FOR UPDATE SKIP LOCKED
                        """).query(UUID.class).optional();
    }

    /// One for each follow: whichever of them ends, the others still tell.
    int noteMails(UUID change, Instant now) {
        return jdbc.sql("""
                        INSERT INTO alert_note (subscriber_id, change_id, follow_id, noted_at)
                        SELECT DISTINCT f.subscriber_id, c.change_id, f.follow_id, :now::timestamptz
                        """ + HEARS + """
                          AND f.webhook_id IS NULL
                        ON CONFLICT DO NOTHING
                        """)
                .param("change", change)
                .param("now", at(now))
                .update();
    }

    /// One transaction after the other: numbers are drawn before they are committed, and who reads events
    /// from a number on must not pass one that is yet to come.
    int notePosts(UUID change, Instant now) {
        var _ = jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", POSTS)
                .query((_, _) -> true)
                .list();
        return jdbc.sql("""
                        INSERT INTO alert_delivery (webhook_id, change_id, state, next_attempt_at, updated_at)
                        SELECT DISTINCT f.webhook_id, c.change_id, 'pending', :now::timestamptz, :now::timestamptz
                        """ + HEARS + """
                          AND f.webhook_id IS NOT NULL
                        ON CONFLICT DO NOTHING
                        """)
                .param("change", change)
                .param("now", at(now))
                .update();
    }

    void settle(UUID change, Instant now) {
        jdbc.sql("UPDATE alert_change SET matched_at = :now WHERE change_id = :change")
                .param("now", at(now))
                .param("change", change)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
