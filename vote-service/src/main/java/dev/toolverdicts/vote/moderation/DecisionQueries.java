package dev.toolverdicts.vote.moderation;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was decided, by rules, moderators and voters alike, the latest first.
class DecisionQueries {

    private static final String DECIDED =
            "SELECT id, decided_at, actor, tool_id, ruling, reason, note, votes FROM moderation_audit WHERE id < :before ";
    private static final String LATEST = "ORDER BY id DESC LIMIT :most";

    private final JdbcClient jdbc;

    DecisionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Decided> all(long before, int most) {
        return jdbc.sql(DECIDED + LATEST)
                .param("before", before)
                .param("most", most)
                .query(Decided.class)
                .list();
    }

    List<Decided> ofTool(UUID tool, int most) {
        return jdbc.sql(DECIDED + "AND tool_id = :tool " + LATEST)
                .param("before", Long.MAX_VALUE)
                .param("tool", tool)
                .param("most", most)
                .query(Decided.class)
                .list();
    }
}
