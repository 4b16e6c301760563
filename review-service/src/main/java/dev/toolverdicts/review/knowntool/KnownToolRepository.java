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

    /// What an event did.
    ///
    /// @param isNewer whether it was newer than what was known, or told more
    /// @param released whether a tool that was known has another latest release now
    record Saved(boolean isNewer, boolean released) {

        static final Saved NOTHING = new Saved(false, false);
    }

    /// A state that is read again tells what an earlier version of this service did not keep: the tool's
    /// category, which such a version leaves as it was when it takes in a newer state.
    Saved save(ToolState tool) {
        TakenDown why = tool.takenDown();
        ToolState.LatestRelease release = tool.latestRelease();
        return jdbc.sql("""
                        INSERT INTO known_tool AS t (tool_id, version, slug, previous_slugs, name, status, category,
                                                     taken_down_reason, taken_down_since, latest_release_on)
                        VALUES (:id, :version, :slug, :previousSlugs, :name, :status, :category, :reason,
                                :since::timestamptz, :released::date)
                        ON CONFLICT (tool_id) DO UPDATE SET
                            version = excluded.version,
                            slug = excluded.slug,
                            previous_slugs = excluded.previous_slugs,
                            name = excluded.name,
                            status = excluded.status,
                            category = excluded.category,
                            taken_down_reason = excluded.taken_down_reason,
                            taken_down_since = excluded.taken_down_since,
                            latest_release_on = excluded.latest_release_on
                        WHERE t.version < excluded.version
                            OR (t.version = excluded.version AND t.category IS DISTINCT FROM excluded.category)
                        RETURNING old.tool_id IS NOT NULL
                            AND old.latest_release_on IS DISTINCT FROM new.latest_release_on AS released
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
                .param("released", release == null ? null : release.releasedOn())
                .query((row, _) -> new Saved(true, row.getBoolean("released")))
                .optional()
                .orElse(Saved.NOTHING);
    }
}
