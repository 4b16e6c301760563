package dev.toolverdicts.review.knowntool;

import dev.toolverdicts.platform.web.lastknown.Hidden;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class KnownToolQueries implements Hidden {

    private final JdbcClient jdbc;

    KnownToolQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The tool at an address, or the one that last had it.
    public Optional<KnownTool> find(String slug) {
        return jdbc.sql("""
                        SELECT tool_id, slug, name, taken_down_reason, taken_down_since FROM known_tool
                        WHERE slug = :slug OR previous_slugs @> ARRAY[:slug::text]
                        ORDER BY slug = :slug DESC, version DESC, tool_id
                        LIMIT 1
                        """).param("slug", slug).query((row, _) -> tool(row)).optional();
    }

    /// All tools that are shown to nobody in one line, the same as long as they are.
    @Override
    public String hidden() {
        return jdbc.sql("""
                        SELECT coalesce(string_agg(tool_id || ':' || version, ',' ORDER BY tool_id), '')
                        FROM known_tool WHERE taken_down_since IS NOT NULL
                        """).query(String.class).single();
    }

    private static KnownTool tool(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("taken_down_since", OffsetDateTime.class);
        return new KnownTool(
                row.getObject("tool_id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                since == null ? null : new TakenDown(row.getString("taken_down_reason"), since.toInstant()));
    }
}
