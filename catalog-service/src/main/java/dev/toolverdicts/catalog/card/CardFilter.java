package dev.toolverdicts.catalog.card;

import org.jspecify.annotations.Nullable;

/// Which cards, in which order, from where on.
///
/// @param q words that must be in the name, the tagline or the tags
/// @param limit 1 to 100
/// @param cursor what an earlier page said comes next
public record CardFilter(
        @Nullable String category,
        @Nullable String q,
        @Nullable String verdict,
        @Nullable String entry,
        @Nullable String licenseClass,
        Sort sort,
        int limit,
        @Nullable String cursor) {

    public enum Sort {
        NEWEST,
        PANEL,
        COMMUNITY,
        TRENDING
    }

    public static CardFilter newest(int limit) {
        return new CardFilter(null, null, null, null, null, Sort.NEWEST, limit, null);
    }

    public static CardFilter ofWords(String q, int limit) {
        return new CardFilter(null, q, null, null, null, Sort.PANEL, limit, null);
    }

    public static CardFilter ofCategory(String category, Sort sort, int limit, @Nullable String cursor) {
        return new CardFilter(category, null, null, null, null, sort, limit, cursor);
    }
}
