package dev.toolverdicts.catalog.card;

import dev.toolverdicts.platform.web.lastknown.Hidden;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which tools are shown to nobody.
@Repository
class TakenDownQueries implements Hidden {

    private final JdbcClient jdbc;

    TakenDownQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All of them in one line, the same as long as they are.
    @Override
    public String hidden() {
        return jdbc.sql("""
                        SELECT coalesce(string_agg(tool_id || ':' || tool_version, ',' ORDER BY tool_id), '')
                        FROM tool_card WHERE taken_down IS NOT NULL
                        """).query(String.class).single();
    }
}
