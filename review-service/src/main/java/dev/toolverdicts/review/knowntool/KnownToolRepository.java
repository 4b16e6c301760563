package dev.toolverdicts.review.knowntool;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KnownToolRepository {

    private final JdbcClient jdbc;

    KnownToolRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A state that is read again tells what an earlier version of this service did not keep: the tool's category,
    /// which
    /// such a version leaves as it was when it takes in a newer state.
    ///
    /// @return whether this was newer than what was known, or told more
    boolean save(ToolState tool) {
        TakenDown why = tool.takenDown();
        return jdbc.sql("""
                        INSERT INTO known_tool AS t (tool_id, version, slug, previous_slugs, name, status, category,
                                                     taken_down_reason, taken_down_since)
                        VALUES (:id, :version, :slug, :previousSlugs, :name, :status, :category, :reason, :since::timestamptz)
                        ON CONFLICT (tool_id) DO UPDATE SET
                            version = excluded.version,
                            slug = excluded.slug,
                            previous_slugs = excluded.previous_slugs,
                            name = excluded.name,
                            status = excluded.status,
                            category = excluded.category,
                            taken_down_reason = excluded.taken_down_reason,
                            taken_down_since = excluded.taken_down_since
                        WHERE t.version < excluded.version
                            OR (t.version = excluded.version AND t.category IS DISTINCT FROM excluded.category)
                        """)
                        .param("id", tool.toolId())
                        .param("version", tool.version())
                        .param("slug", tool.slug())
                        .param("previousSlugs", tool.previousSlugs().toArray(String[]::new))
                        .param("name", tool.name())
                        .param("status", tool.status())
                        .param("category", tool.categoryKey())
                        .param("reason", why == null ? null : why.reason())
                        .param("since", why == null ? null : why.since().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }
}
