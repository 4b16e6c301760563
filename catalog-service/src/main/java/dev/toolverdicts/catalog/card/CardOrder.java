package dev.toolverdicts.catalog.card;

import dev.toolverdicts.catalog.card.CardFilter.Sort;
import java.sql.ResultSet;
import java.sql.SQLException;

/// What an order goes by, highest first. Who was not heard comes last, which is not the same as zero.
///
/// @param from where its columns are; the fit is where words are looked for
/// @param place the first thing it goes by
/// @param then more columns, with their names
/// @param by the whole order; no two cards are equal in it
/// @param after what comes after a cursor
record CardOrder(Sort sort, String from, String place, String then, String by, String after) {

    private static final String BY_ID = "place DESC, tool_id DESC";
    private static final String AFTER_ID = "(place, tool_id) < (:place, :key::uuid)";

    static CardOrder of(Sort sort) {
        return switch (sort) {
            case NEWEST -> new CardOrder(sort, "tool_card", "created_s", "", BY_ID, AFTER_ID);
            case PANEL -> new CardOrder(sort, "tool_card", "panel_place", "", BY_ID, AFTER_ID);
            case COMMUNITY -> new CardOrder(sort, "tool_card", "coalesce(wilson_low, -1)", "", BY_ID, AFTER_ID);
            // As the board has it; the many that are not on it, and so are tied, by interval, age and slug.
            case TRENDING ->
                new CardOrder(
                        sort,
                        "tool_card LEFT JOIN trending_place USING (tool_id)",
                        "coalesce(-trending_place.place, -1000000)::double precision",
                        ", coalesce(wilson_low, -1) AS low, created_s AS created, slug COLLATE \"C\" AS address",
                        "place DESC, low DESC, created DESC, address",
                        "(place, low, created) < (:place, :low, :created)"
                                + " OR ((place, low, created) = (:place, :low, :created) AND address > :key)");
            case MATCH ->
                new CardOrder(
                        sort,
                        "tool_card",
                        "fit",
                        ", created_s AS created",
                        "place DESC, created DESC, tool_id DESC",
                        "(place, created, tool_id) < (:place, :created, :key::uuid)");
        };
    }

    /// The columns of the order itself, to find the next page by.
    String columns() {
        return switch (sort) {
            case TRENDING -> "found.place, found.low, found.created, found.address";
            case MATCH -> "found.place, found.created";
            case NEWEST, PANEL, COMMUNITY -> "found.place";
        };
    }

    CardCursor cursor(ResultSet row) throws SQLException {
        double place = row.getDouble("place");
        return switch (sort) {
            case TRENDING ->
                new CardCursor(sort, place, row.getDouble("low"), row.getDouble("created"), row.getString("address"));
            case MATCH -> new CardCursor(sort, place, 0, row.getDouble("created"), id(row));
            case NEWEST, PANEL, COMMUNITY -> new CardCursor(sort, place, 0, 0, id(row));
        };
    }

    private static String id(ResultSet row) throws SQLException {
        return CardRow.id(row).toString();
    }
}
