package dev.toolverdicts.catalog.alternative;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.ToolCard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class AlternativeQueries {

    private final JdbcClient jdbc;
    private final CardQueries cards;
    private final Clock clock;

    AlternativeQueries(JdbcClient jdbc, CardQueries cards, Clock clock) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.clock = clock;
    }

    private record Found(String slug, UUID alternative, boolean sameCategory, List<String> sharedTags, long together) {}

    /// The alternatives to a tool, best first; none to one that is not there.
    public List<Alternative> to(String slug, int most) {
        return to(List.of(slug), most).getOrDefault(slug, List.of());
    }

    /// The same for some tools at once, by their slugs. A tool without alternatives is not in it.
    public Map<String, List<Alternative>> to(List<String> slugs, int most) {
        if (slugs.isEmpty()) {
            return Map.of();
        }
        List<Found> found = find(slugs, most);
        Map<UUID, ToolCard> tools =
                cards.byIds(found.stream().map(Found::alternative).distinct().toList());
        var alternatives = new LinkedHashMap<String, List<Alternative>>();
        for (Found each : found) {
            ToolCard tool = tools.get(each.alternative());
            if (tool != null) {
                alternatives
                        .computeIfAbsent(each.slug(), _ -> new ArrayList<>())
                        .add(new Alternative(tool, each.sameCategory(), each.sharedTags(), each.together()));
            }
        }
        return alternatives;
    }

    /// Per tool: its category is a range of an index, who shares a tag is a bitmap scan of
    /// `tool_search_by_tag`, and the openings are two index lookups, since OR would read them all.
    /// What these leave, a thousand rows of 10,000 in a large category, is counted and sorted in
    /// memory, some 5 ms.
    private List<Found> find(List<String> slugs, int most) {
        return jdbc.sql("""
                        SELECT own.slug, best.* FROM (
                            SELECT slug, tool_id, category, tags FROM tool_card JOIN tool_search USING (tool_id)
                            WHERE slug IN (:slugs) AND tool IS NOT NULL
                        ) own CROSS JOIN LATERAL (
                            WITH candidate AS (
                                SELECT tool_id FROM tool_card WHERE category = own.category AND tool IS NOT NULL
                                UNION
                                SELECT tool_id FROM tool_search WHERE tags && own.tags
                            ), together AS (
                                SELECT tool_id, sum(minutes)::bigint AS minutes FROM (
                                    SELECT tool_b AS tool_id, minutes FROM comparison_opened
                                    WHERE tool_a = own.tool_id AND month >= :since
                                    UNION ALL
                                    SELECT tool_a, minutes FROM comparison_opened
                                    WHERE tool_b = own.tool_id AND month >= :since
                                ) opened GROUP BY tool_id
                            ), counted AS (
                                SELECT tool_id, found.tags, card.category = own.category AS same_category, card.panel_place,
                                       coalesce(card.wilson_low, -1) AS low, card.created_s,
                                       coalesce(together.minutes, 0) AS together,
                                       (SELECT count(*) FROM unnest(found.tags) AS tag WHERE tag = ANY (own.tags)) AS shared
                                FROM candidate JOIN tool_search found USING (tool_id) JOIN tool_card card USING (tool_id)
                                LEFT JOIN together USING (tool_id)
                                WHERE tool_id <> own.tool_id AND found.status <> 'discontinued' AND card.tool IS NOT NULL
                            )
                            SELECT tool_id, same_category, together,
                                   ARRAY(SELECT tag FROM unnest(tags) AS tag WHERE tag = ANY (own.tags)) AS shared_tags,
                                   row_number() OVER (
                                       ORDER BY shared DESC, together DESC, panel_place DESC, low DESC, created_s DESC,
                                                tool_id DESC) AS place
                            FROM counted WHERE same_category OR shared >= 2
                            ORDER BY place LIMIT :most
                        ) best ORDER BY own.slug, best.place
                        """)
                .param("slugs", slugs)
                .param("since", OpenedPairs.since(clock.instant()))
                .param("most", most)
                .query((row, _) -> found(row))
                .list();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getString("slug"),
                Objects.requireNonNull(row.getObject("tool_id", UUID.class)),
                row.getBoolean("same_category"),
                List.of((String[]) row.getArray("shared_tags").getArray()),
                row.getLong("together"));
    }
}
