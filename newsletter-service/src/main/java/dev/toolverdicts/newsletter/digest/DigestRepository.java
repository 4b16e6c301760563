package dev.toolverdicts.newsletter.digest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The latest state of tools, panels and tallies; an older version than the stored one changes nothing.
@Repository
class DigestRepository {

    private final JdbcClient jdbc;

    DigestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(ToolState tool) {
        ToolState.Price previous = tool.previousPricing();
        jdbc.sql("""
                        INSERT INTO digest_tool AS t (
                            tool_id, version, slug, name, tagline, category, category_name, status, created_at,
                            pricing_text, previous_pricing_text, pricing_since, updated_at, taken_down)
                        VALUES (
                            :id, :version, :slug, :name, :tagline, :category, :categoryName, :status, :createdAt,
                            :pricing, :previousPricing, :pricingSince, :updatedAt, :takenDown)
                        ON CONFLICT (tool_id) DO UPDATE SET
                            version = excluded.version,
                            slug = excluded.slug,
                            name = excluded.name,
                            tagline = excluded.tagline,
                            category = excluded.category,
                            category_name = excluded.category_name,
                            status = excluded.status,
                            created_at = excluded.created_at,
                            pricing_text = excluded.pricing_text,
                            previous_pricing_text = excluded.previous_pricing_text,
                            pricing_since = excluded.pricing_since,
                            updated_at = excluded.updated_at,
                            taken_down = excluded.taken_down
                        WHERE t.version < excluded.version
                        """)
                .param("id", tool.toolId())
                .param("version", tool.version())
                .param("slug", tool.slug())
                .param("name", tool.name())
                .param("tagline", tool.tagline())
                .param("category", tool.category().key())
                .param("categoryName", tool.category().name())
                .param("status", tool.status())
                .param("createdAt", at(tool.createdAt()))
                .param("pricing", tool.pricing().text())
                .param("previousPricing", previous == null ? null : previous.text())
                .param("pricingSince", at(tool.pricingSince()))
                .param("updatedAt", at(tool.updatedAt()))
                .param("takenDown", tool.takenDown() != null)
                .update();
    }

    void save(PanelState panel) {
        jdbc.sql("""
                        INSERT INTO digest_panel AS p (
                            tool_id, version, ships, skips, verdict, previous_verdict, verdict_since, updated_at)
                        VALUES (
                            :id, :version, :ships, :skips, :verdict, :previousVerdict, :verdictSince, :updatedAt)
                        ON CONFLICT (tool_id) DO UPDATE SET
                            version = excluded.version,
                            ships = excluded.ships,
                            skips = excluded.skips,
                            verdict = excluded.verdict,
                            previous_verdict = excluded.previous_verdict,
                            verdict_since = excluded.verdict_since,
                            updated_at = excluded.updated_at
                        WHERE p.version < excluded.version
                        """)
                .param("id", panel.toolId())
                .param("version", panel.version())
                .param("ships", panel.ships())
                .param("skips", panel.skips())
                .param("verdict", panel.verdict().toString())
                .param("previousVerdict", text(panel.previousVerdict()))
                .param("verdictSince", at(panel.verdictSince()))
                .param("updatedAt", at(panel.updatedAt()))
                .update();
    }

    /// @param tallies of each tool one
    void save(Collection<TallyState> tallies) {
        jdbc.sql("""
                        INSERT INTO digest_tally AS t (tool_id, version, ships, skips, updated_at)
                        SELECT * FROM unnest(:ids, :versions, :ships, :skips, :updatedAt)
                        ON CONFLICT (tool_id) DO UPDATE SET
                            version = excluded.version,
                            ships = excluded.ships,
                            skips = excluded.skips,
                            updated_at = excluded.updated_at
                        WHERE t.version < excluded.version
                        """)
                .param("ids", column("uuid", tallies, TallyState::toolId))
                .param("versions", column("int8", tallies, TallyState::version))
                .param("ships", column("int8", tallies, TallyState::ships))
                .param("skips", column("int8", tallies, TallyState::skips))
                .param("updatedAt", column("timestamptz", tallies, tally -> at(tally.updatedAt())))
                .update();
    }

    private static SqlArrayValue column(
            String type, Collection<TallyState> tallies, Function<TallyState, Object> cell) {
        return new SqlArrayValue(type, tallies.stream().map(cell).toArray());
    }

    private static @Nullable String text(@Nullable PanelVerdict verdict) {
        return verdict == null ? null : verdict.toString();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
