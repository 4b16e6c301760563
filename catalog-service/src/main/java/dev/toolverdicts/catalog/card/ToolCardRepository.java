package dev.toolverdicts.catalog.card;

import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Writes cards. Each source has its own columns and its own guard, so events of one may repeat and come before or
/// after
/// those of the others. The rows of a batch travel as one JSON parameter.
@Repository
class ToolCardRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ToolCardRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void saveTools(Collection<ToolState> tools) {
        update("""
                INSERT INTO tool_card AS card (tool_id, tool_version, slug, category, entry_label, license_class, search,
                                               created_at, tool, tool_at)
                SELECT (t ->> 'toolId')::uuid, (t ->> 'version')::bigint, t ->> 'slug', t #>> '{category,key}',
                       t #>> '{pricing,entryLabel}', t #>> '{license,class}',
                       lower(concat_ws(' ', t ->> 'name', t ->> 'tagline', t ->> 'tags')),
                       (t ->> 'createdAt')::timestamptz, t, (t ->> 'updatedAt')::timestamptz
                FROM jsonb_array_elements(:rows::jsonb) AS t
                ON CONFLICT (tool_id) DO UPDATE SET
                    tool_version = excluded.tool_version, slug = excluded.slug, category = excluded.category,
                    entry_label = excluded.entry_label, license_class = excluded.license_class,
                    search = excluded.search, created_at = excluded.created_at, tool = excluded.tool,
                    tool_at = excluded.tool_at
                WHERE card.tool_version < excluded.tool_version
                """, tools);
        update("""
                INSERT INTO card_slug (slug, tool_id)
                SELECT DISTINCT jsonb_array_elements_text(t -> 'previousSlugs'), (t ->> 'toolId')::uuid
                FROM jsonb_array_elements(:rows::jsonb) AS t
                ON CONFLICT (slug) DO NOTHING
                """, tools);
    }

    void savePanels(Collection<PanelState> panels) {
        update("""
                INSERT INTO tool_card AS card (tool_id, panel_version, verdict, panel_pct, panel, panel_at)
                SELECT (p ->> 'toolId')::uuid, (p ->> 'version')::bigint, p ->> 'verdict', (p ->> 'pct')::int, p,
                       (p ->> 'updatedAt')::timestamptz
                FROM jsonb_array_elements(:rows::jsonb) AS p
                ON CONFLICT (tool_id) DO UPDATE SET
                    panel_version = excluded.panel_version, verdict = excluded.verdict,
                    panel_pct = excluded.panel_pct, panel = excluded.panel, panel_at = excluded.panel_at
                WHERE card.panel_version < excluded.panel_version
                """, panels);
    }

    void saveTallies(Collection<TallyState> tallies) {
        update("""
                INSERT INTO tool_card AS card (tool_id, tally_version, ships, skips, pct, wilson_low, wilson_high, tally_at)
                SELECT "toolId", version, ships, skips, pct, "wilsonLow", "wilsonHigh", "updatedAt"
                FROM jsonb_to_recordset(:rows::jsonb)
                    AS t ("toolId" uuid, version bigint, ships bigint, skips bigint, pct int,
                          "wilsonLow" double precision, "wilsonHigh" double precision, "updatedAt" timestamptz)
                ON CONFLICT (tool_id) DO UPDATE SET
                    tally_version = excluded.tally_version, ships = excluded.ships, skips = excluded.skips,
                    pct = excluded.pct, wilson_low = excluded.wilson_low, wilson_high = excluded.wilson_high,
                    tally_at = excluded.tally_at
                WHERE card.tally_version < excluded.tally_version
                """, tallies);
    }

    private void update(String sql, Collection<?> rows) {
        jdbc.sql(sql).params(Map.of("rows", json.writeValueAsString(rows))).update();
    }
}
