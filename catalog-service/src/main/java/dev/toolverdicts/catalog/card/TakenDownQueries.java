package dev.toolverdicts.catalog.card;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which tools are shown to nobody.
@Repository
class TakenDownQueries {

    private final JdbcClient jdbc;

    TakenDownQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All of them in one line, the same as long as they are.
    String all() {
        return jdbc.sql("""
                        SELECT coalesce(string_agg(tool_id || ':' || tool_version, ',' ORDER BY tool_id), '')
                        FROM tool_card WHERE taken_down IS NOT NULL
                        """).query(String.class).single();
    }
}
