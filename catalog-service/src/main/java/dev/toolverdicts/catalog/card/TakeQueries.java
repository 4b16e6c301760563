package dev.toolverdicts.catalog.card;

import dev.toolverdicts.catalog.card.TakePage.Given;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Reads the takes on cards by critic. They are parts of rows, so a critic's are found by an index
/// and taken out.
@Repository
public class TakeQueries {

    /// With fewer votes a community does not lean yet; pages show no percentage either.
    private static final int ENOUGH_VOTES = ToolCard.Community.ENOUGH_FOR_A_SHARE;

    private final JdbcClient jdbc;
    private final CardRow rows;
    private final JsonMapper json;

    TakeQueries(JdbcClient jdbc, CardRow rows, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    /// One page; the first one when the cursor is not one of ours.
    public TakePage page(TakeFilter filter) {
        TakeCursor after = Optional.ofNullable(filter.cursor())
                .flatMap(cursor -> TakeCursor.parse(cursor, filter.order()))
                .orElse(null);
        record Placed(Given given, TakeCursor cursor) {}
        List<Placed> found = jdbc.sql("""
                        SELECT * FROM (
                            SELECT %s, take, %s AS place
                            FROM tool_card CROSS JOIN LATERAL jsonb_array_elements(takes) AS one (take)
                            WHERE tool IS NOT NULL AND taken_by @> ARRAY[:critic]::text[]
                                AND take ->> 'criticKey' = :critic
                                AND (:category::text IS NULL OR category = :category)) AS given
                        WHERE :place::double precision IS NULL OR (place, tool_id) < (:place::double precision, :tool::uuid)
                        ORDER BY place DESC, tool_id DESC
                        LIMIT :limit
                        """.formatted(CardRow.COLUMNS, place(filter.order())))
                .param("critic", filter.criticKey())
                .param("category", filter.category())
                .param("place", after == null ? null : after.place())
                .param("tool", after == null ? null : after.toolId())
                .param("limit", filter.limit() + 1)
                .query((row, _) -> new Placed(
                        new Given(CardRow.id(row), rows.card(row), take(row)),
                        new TakeCursor(filter.order(), row.getDouble("place"), CardRow.id(row))))
                .list();
        boolean more = found.size() > filter.limit();
        List<Placed> page = more ? found.subList(0, filter.limit()) : found;
        return new TakePage(
                page.stream().map(Placed::given).toList(),
                more ? page.getLast().cursor().toString() : null);
    }

    private static String place(TakeFilter.Order order) {
        return switch (order) {
            case NEWEST -> "extract(epoch FROM (take ->> 'publishedAt')::timestamptz)::double precision";
            case HIGHEST -> "(take ->> 'score')::double precision";
            case LOWEST -> "-(take ->> 'score')::double precision";
        };
    }

    /// What a critic's takes add up to in each category, by its key; of everybody without a critic.
    public List<TakeSums> sums(@Nullable String criticKey) {
        return jdbc.sql("""
                        SELECT take ->> 'criticKey' AS critic_key, category,
                            max(tool #>> '{category,name}') AS category_name,
                            count(*) AS takes_given,
                            count(*) FILTER (WHERE take ->> 'verdict' = 'ship') AS takes_shipping,
                            sum((take ->> 'score')::int) AS scores,
                            count(*) FILTER (WHERE verdict <> 'pending') AS decided,
                            count(*) FILTER (WHERE verdict <> 'pending'
                                AND CASE take ->> 'verdict' WHEN 'ship' THEN panel_ships ELSE panel_skips END = 1) AS alone,
                            count(*) FILTER (WHERE ships + skips >= :enough AND ships <> skips) AS compared,
                            count(*) FILTER (WHERE ships + skips >= :enough AND ships <> skips
                                AND (take ->> 'verdict' = 'ship') = (ships > skips)) AS agreed,
                            max(greatest(panel_at, tally_at)) AS as_of
                        FROM tool_card CROSS JOIN LATERAL jsonb_array_elements(takes) AS one (take)
                        WHERE tool IS NOT NULL
                            AND (:critic::text IS NULL
                                OR (taken_by @> ARRAY[:critic]::text[] AND take ->> 'criticKey' = :critic))
                        GROUP BY take ->> 'criticKey', category
                        ORDER BY take ->> 'criticKey', category
                        """)
                .param("critic", criticKey)
                .param("enough", ENOUGH_VOTES)
                .query((row, _) -> sums(row))
                .list();
    }

    private static TakeSums sums(ResultSet row) throws SQLException {
        return new TakeSums(
                row.getString("critic_key"),
                row.getString("category"),
                row.getString("category_name"),
                row.getInt("takes_given"),
                row.getInt("takes_shipping"),
                row.getInt("scores"),
                row.getInt("decided"),
                row.getInt("alone"),
                row.getInt("compared"),
                row.getInt("agreed"),
                CardRow.instant(row, "as_of"));
    }

    private Take take(ResultSet row) throws SQLException {
        return json.readValue(row.getString("take"), Take.class);
    }
}
