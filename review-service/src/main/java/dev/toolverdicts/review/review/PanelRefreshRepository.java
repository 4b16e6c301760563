package dev.toolverdicts.review.review;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PanelRefreshRepository {

    private final JdbcClient jdbc;

    PanelRefreshRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Waits for a refresh of the tool that is under way, which may have read too early for the
    /// caller.
    void save(UUID toolId) {
        jdbc.sql("INSERT INTO panel_refresh (tool_id) VALUES (:tool) ON CONFLICT DO NOTHING")
                .param("tool", toolId)
                .update();
    }

    /// Takes one that no other copy of the service is at.
    Optional<UUID> takeNext() {
        return jdbc.sql("""
                        DELETE FROM panel_refresh WHERE tool_id = (
                            SELECT tool_id FROM panel_refresh ORDER BY tool_id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING tool_id
                        """).query(UUID.class).optional();
    }
}
