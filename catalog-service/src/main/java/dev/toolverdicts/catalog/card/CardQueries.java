package dev.toolverdicts.catalog.card;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads cards. A row without its tool (its panel or votes came first) is not shown to anybody.
@Repository
public class CardQueries {

    private static final String CARDS = "SELECT * FROM tool_card WHERE tool IS NOT NULL ";

    private final JdbcClient jdbc;
    private final CardRow rows;
    private final Clock clock;

    CardQueries(JdbcClient jdbc, CardRow rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /// A card with the takes on its tool, read at one moment.
    public record WithTakes(ToolCard card, List<Take> takes) {}

    public Optional<ToolCard> bySlug(String slug) {
        return jdbc.sql(CARDS + "AND slug = :slug")
                .param("slug", slug)
                .query((row, _) -> rows.card(row))
                .optional();
    }

    /// The present slug of a tool that once had this one.
    public Optional<String> currentSlug(String oldSlug) {
        return jdbc.sql("""
                        SELECT card.slug FROM card_slug old JOIN tool_card card USING (tool_id)
                        WHERE old.slug = :slug AND card.tool IS NOT NULL AND card.slug <> :slug
                        """).param("slug", oldSlug).query(String.class).optional();
    }

    public List<ToolCard> bySlugs(List<String> slugs) {
        return slugs.isEmpty()
                ? List.of()
                : jdbc.sql(CARDS + "AND slug IN (:slugs) ORDER BY slug COLLATE \"C\"")
                        .param("slugs", slugs)
                        .query((row, _) -> rows.card(row))
                        .list();
    }

    public List<Take> takes(String slug) {
        return withTakes(List.of(slug)).stream()
                .flatMap(found -> found.takes().stream())
                .toList();
    }

    /// The tools that are there, in the byte order of their slugs.
    public List<WithTakes> withTakes(List<String> slugs) {
        return jdbc.sql(CARDS + "AND slug IN (:slugs) ORDER BY slug COLLATE \"C\"")
                .param("slugs", slugs)
                .query((row, _) -> {
                    PanelState panel = rows.panel(row);
                    return new WithTakes(rows.card(row), panel == null ? List.of() : panel.reviews());
                })
                .list();
    }

    /// Every tool that a critic has reviewed, the latest review first.
    public List<WithTakes> reviewedBy(String criticKey) {
        return jdbc
                .sql(CARDS + "AND panel @> jsonb_build_object('reviews', "
                        + "jsonb_build_array(jsonb_build_object('criticKey', :critic::text)))")
                .param("critic", criticKey)
                .query((row, _) -> {
                    PanelState panel = rows.panel(row);
                    List<Take> own = panel == null
                            ? List.<Take>of()
                            : panel.reviews().stream()
                                    .filter(take -> take.criticKey().equals(criticKey))
                                    .toList();
                    return new WithTakes(rows.card(row), own);
                })
                .list()
                .stream()
                .filter(found -> !found.takes().isEmpty())
                .sorted(Comparator.comparing(
                                (WithTakes found) -> found.takes().getFirst().publishedAt())
                        .reversed())
                .toList();
    }

    public CardPage list(CardFilter filter) {
        var params = new HashMap<String, Object>();
        params.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        params.put("most", filter.limit() + 1);
        var where = new StringBuilder();
        equal(where, params, "category", filter.category());
        equal(where, params, "verdict", filter.verdict());
        equal(where, params, "entry_label", filter.entry());
        equal(where, params, "license_class", filter.licenseClass());
        if (filter.q() != null) {
            where.append("AND position(:q IN search) > 0 ");
            params.put("q", filter.q().toLowerCase(Locale.ROOT));
        }
        String from = "";
        if (filter.cursor() != null) {
            CardCursor cursor = CardCursor.parse(filter.cursor());
            from = "WHERE (place, tool_id) < (:place, :id) ";
            params.put("place", cursor.place());
            params.put("id", cursor.toolId());
        }
        String sql = "SELECT * FROM (SELECT *, (" + place(filter.sort()) + ")::float8 AS place FROM tool_card "
                + "WHERE tool IS NOT NULL AND :now::timestamptz IS NOT NULL " + where + ") placed " + from
                + "ORDER BY place DESC, tool_id DESC LIMIT :most";
        record Placed(ToolCard card, CardCursor cursor) {}
        List<Placed> found = jdbc.sql(sql)
                .params(params)
                .query((row, _) -> new Placed(rows.card(row), CardCursor.of(row)))
                .list();
        boolean more = found.size() > filter.limit();
        List<Placed> page = more ? found.subList(0, filter.limit()) : found;
        return new CardPage(
                page.stream().map(Placed::card).toList(),
                more ? page.getLast().cursor().toString() : null);
    }

    public List<CategoryCount> counts() {
        return jdbc.sql(
                        "SELECT category AS key, count(*) AS tools FROM tool_card WHERE tool IS NOT NULL GROUP BY category")
                .query(CategoryCount.class)
                .list();
    }

    private static void equal(
            StringBuilder where,
            Map<String, Object> params,
            String column,
            @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            where.append("AND ").append(column).append(" = :").append(column).append(' ');
            params.put(column, value);
        }
    }

    /// What a sort orders by, highest first. Unheard tools come last, not as zero.
    private static String place(CardFilter.Sort sort) {
        return switch (sort) {
            case NEWEST -> "extract(epoch FROM created_at)";
            case PANEL -> "CASE WHEN verdict = 'pending' THEN -1 ELSE panel_pct + (panel ->> 'ships')::int / 100.0 END";
            case COMMUNITY -> "coalesce(wilson_low, -1)";
            case TRENDING ->
                "greatest(ships - skips - 1, 0)"
                        + " / power(greatest(extract(epoch FROM :now::timestamptz - created_at), 0) / 3600 + 2, 1.8)";
        };
    }
}
