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
                        DELETE FROM invitation WHERE subscriber_id IN (
                            SELECT subscriber_id FROM invitation ORDER BY queued_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING subscriber_id
                        """).param("most", most).query(UUID.class).list();
    }
}
