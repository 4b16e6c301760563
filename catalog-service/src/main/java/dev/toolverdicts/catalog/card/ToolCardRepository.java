package dev.toolverdicts.catalog.card;

import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Writes cards. Each source has its own columns and its own guard, so the events of one may repeat, and
/// may come before or after those of the others. The rows of a batch travel as one JSON parameter.
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
                INSERT INTO tool_card AS card (tool_id, tool_version, slug, previous_slugs, category, entry_label,
                                               license_class, search, created_s, tool, taken_down, tool_at)
                SELECT (t ->> 'toolId')::uuid, (t ->> 'version')::bigint, t ->> 'slug',
                       ARRAY(SELECT jsonb_array_elements_text(t -> 'previousSlugs')),
                       t #>> '{category,key}', t #>> '{pricing,entryLabel}', t #>> '{license,class}',
                       lower(concat_ws(' ', t ->> 'name', t ->> 'tagline', t ->> 'tags')),
                       extract(epoch FROM (t ->> 'createdAt')::timestamptz),
                       CASE WHEN t ->> 'takenDown' IS NULL THEN t - 'takenDown' END, nullif(t -> 'takenDown', 'null'),
                       (t ->> 'updatedAt')::timestamptz
                FROM jsonb_array_elements(:rows::jsonb) AS t
                ON CONFLICT (tool_id) DO UPDATE SET
                    tool_version = excluded.tool_version, slug = excluded.slug,
                    previous_slugs = excluded.previous_slugs, category = excluded.category,
                    entry_label = excluded.entry_label, license_class = excluded.license_class,
                    search = excluded.search, created_s = excluded.created_s, tool = excluded.tool,
                    taken_down = excluded.taken_down, tool_at = excluded.tool_at
                WHERE card.tool_version < excluded.tool_version
                """, tools);
    }

    void savePanels(Collection<PanelState> panels) {
        update("""
                INSERT INTO tool_card AS card (tool_id, panel_version, panel_ships, panel_skips, panel_pct, verdict, quorum,
                                               critics, takes, taken_by, panel_at)
                SELECT "toolId", version, ships, skips, pct, verdict, quorum, critics, reviews,
                       ARRAY(SELECT r ->> 'criticKey' FROM jsonb_array_elements(reviews) AS r), "updatedAt"
                FROM jsonb_to_recordset(:rows::jsonb)
                    AS p ("toolId" uuid, version bigint, ships int, skips int, pct int, verdict text, quorum int,
                          critics int, reviews jsonb, "updatedAt" timestamptz)
                ON CONFLICT (tool_id) DO UPDATE SET
                    panel_version = excluded.panel_version, panel_ships = excluded.panel_ships,
                    panel_skips = excluded.panel_skips, panel_pct = excluded.panel_pct, verdict = excluded.verdict,
                    quorum = excluded.quorum, critics = excluded.critics, takes = excluded.takes,
                    taken_by = excluded.taken_by, panel_at = excluded.panel_at
                WHERE card.panel_version < excluded.panel_version
                """, panels);
    }

    void saveTallies(Collection<TallyState> tallies) {
        update("""
                INSERT INTO tool_card AS card (tool_id, tally_version, ships, skips, pct, wilson_low, wilson_high, brigade,
                                               tally_at)
                SELECT "toolId", version, ships, skips, pct, "wilsonLow", "wilsonHigh", brigade, "updatedAt"
                FROM jsonb_to_recordset(:rows::jsonb)
                    AS t ("toolId" uuid, version bigint, ships bigint, skips bigint, pct int,
                          "wilsonLow" double precision, "wilsonHigh" double precision, brigade boolean,
                          "updatedAt" timestamptz)
                ON CONFLICT (tool_id) DO UPDATE SET
                    tally_version = excluded.tally_version, ships = excluded.ships, skips = excluded.skips,
                    pct = excluded.pct, wilson_low = excluded.wilson_low, wilson_high = excluded.wilson_high,
                    brigade = excluded.brigade, tally_at = excluded.tally_at
                WHERE card.tally_version < excluded.tally_version
                """, tallies);
    }

    private void update(String sql, Collection<?> rows) {
        jdbc.sql(sql).params(Map.of("rows", json.writeValueAsString(rows))).update();
    }
}
