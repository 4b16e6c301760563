package dev.toolverdicts.newsletter.imports;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InvitationRepository {

    private final JdbcClient jdbc;

    InvitationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes the oldest, for the caller's transaction alone.
    List<UUID> take(int most) {
        return jdbc.sql("""
                        WITH oldest AS MATERIALIZED (
                            SELECT subscriber_id FROM invitation ORDER BY queued_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        DELETE FROM invitation i USING oldest
                        WHERE i.subscriber_id = oldest.subscriber_id
                        RETURNING i.subscriber_id
                        """).param("most", most).query(UUID.class).list();
    }
}
