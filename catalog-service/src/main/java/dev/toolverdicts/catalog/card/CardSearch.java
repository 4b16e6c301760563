package dev.toolverdicts.catalog.card;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One page of cards as SQL. Places are found and cut on narrow rows; only the page itself is read whole.
record CardSearch(String sql, Map<String, Object> params) {

    /// @param hits what the filter's words lead to; null when it has none
    static CardSearch of(CardFilter filter, @Nullable CardCursor cursor, @Nullable CardHits hits) {
        var params = new HashMap<String, Object>(Map.of("most", filter.limit() + 1));
        var where = new StringBuilder();
        add(where, params, "category", filter.category(), "category = :category");
        add(where, params, "verdict", filter.verdict(), "verdict = :verdict");
        add(where, params, "entry", filter.entry(), "entry_label = :entry");
        add(where, params, "license", filter.licenseClass(), "license_class = :license");
        if (filter.minVotes() > 0) {
            where.append(" AND ships + skips >= :votes");
            params.put("votes", filter.minVotes());
        }
        if (hits != null) {
            params.putAll(hits.params());
        }
        CardOrder order = CardOrder.of(filter.sort());
        String after = "";
        if (cursor != null) {
            params.put("place", cursor.place());
            params.put("low", cursor.low());
            params.put("created", cursor.created());
            params.put("key", cursor.key());
            after = "WHERE " + order.after();
        }
        return new CardSearch(
                (hits == null ? "" : hits.sql())
                        + """
                SELECT %1$s, %2$s FROM (
                    SELECT * FROM (
                        SELECT tool_id, %3$s AS place%4$s FROM %5$s WHERE tool IS NOT NULL%6$s
                    ) placed
                    %7$s ORDER BY %8$s LIMIT :most
                ) found JOIN tool_card USING (tool_id)
                ORDER BY %8$s
                """.formatted(
                                        CardRow.COLUMNS,
                                        order.columns(),
                                        order.place(),
                                        order.then(),
                                        order.from() + (hits == null ? "" : " JOIN hit USING (tool_id)"),
                                        where,
                                        after,
                                        order.by()),
                params);
    }

    private static void add(
            StringBuilder where, Map<String, Object> params, String name, @Nullable String value, String condition) {
        if (value != null && !value.isEmpty()) {
            where.append(" AND ").append(condition);
            params.put(name, value);
        }
    }
}
