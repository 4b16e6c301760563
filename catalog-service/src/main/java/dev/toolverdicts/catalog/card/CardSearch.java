package dev.toolverdicts.catalog.card;

import dev.toolverdicts.catalog.card.CardFilter.Sort;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of cards as SQL. Places are found and cut on narrow rows; only the page itself is read whole.
record CardSearch(String sql, Map<String, Object> params) {

    static CardSearch of(CardFilter filter, @Nullable CardCursor cursor, double now) {
        var params = new HashMap<String, Object>(Map.of("now", now, "most", filter.limit() + 1));
        var where = new StringBuilder();
        add(where, params, "category", filter.category(), "category = :category");
        add(where, params, "verdict", filter.verdict(), "verdict = :verdict");
        add(where, params, "entry", filter.entry(), "entry_label = :entry");
        add(where, params, "license", filter.licenseClass(), "license_class = :license");
        Function<String, String> plain = words -> words.strip().toLowerCase(Locale.ROOT);
        String words = filter.q() == null ? null : plain.apply(filter.q());
        add(where, params, "words", words, "position(:words IN search) > 0");
        String after = "";
        if (cursor != null) {
            params.put("place", cursor.place());
            params.put("id", cursor.toolId());
            after = "WHERE (place, tool_id) < (:place, :id)";
        }
        return new CardSearch("""
                SELECT %s, found.place FROM (
                    SELECT tool_id, place FROM (
                        SELECT tool_id, %s AS place FROM tool_card WHERE tool IS NOT NULL%s
                    ) placed
                    %s ORDER BY place DESC, tool_id DESC LIMIT :most
                ) found JOIN tool_card USING (tool_id)
                ORDER BY place DESC, tool_id DESC
                """.formatted(CardRow.COLUMNS, place(filter.sort()), where, after), params);
    }

    private static void add(
            StringBuilder where, Map<String, Object> params, String name, @Nullable String value, String condition) {
        if (value != null && !value.isEmpty()) {
            where.append(" AND ").append(condition);
            params.put(name, value);
        }
    }

    /// What an order goes by, highest first. Who was not heard comes last, which is not the same as zero.
    private static String place(Sort sort) {
        return switch (sort) {
            case NEWEST -> "created_s";
            case PANEL -> "panel_place";
            case COMMUNITY -> "coalesce(wilson_low, -1)";
            case TRENDING -> "greatest(ships - skips - 1, 0) / power(greatest(:now - created_s, 0) / 3600 + 2, 1.8)";
        };
    }
}
