package dev.toolverdicts.review.knowntool;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class KnownToolQueries {

    private final JdbcClient jdbc;

    KnownToolQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The tool at an address, or the one that last had it.
    public Optional<KnownTool> find(String slug) {
        return jdbc.sql("""
                        SELECT tool_id, slug, name FROM known_tool
                        WHERE slug = :slug OR previous_slugs @> ARRAY[:slug::text]
                        ORDER BY slug = :slug DESC, version DESC, tool_id
                        LIMIT 1
                        """)
                .param("slug", slug)
                .query((row, _) -> new KnownTool(
                        row.getObject("tool_id", UUID.class), row.getString("slug"), row.getString("name")))
                .optional();
    }
}
