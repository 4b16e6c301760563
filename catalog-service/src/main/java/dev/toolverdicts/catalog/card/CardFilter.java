package dev.toolverdicts.catalog.card;

import org.jspecify.annotations.Nullable;

/// Which cards, in which order, from where on.
///
/// @param q words that must be in the name, the host of the official site, the tags or the tagline,
///     or close to what is
/// @param minVotes how many community votes a tool must have, 0 for any number
/// @param sort without words nothing matches better than anything else: then `MATCH` is `NEWEST`
/// @param limit 1 to 100
/// @param cursor what an earlier page said comes next
public record CardFilter(
        @Nullable String category,
        @Nullable String q,
        @Nullable String verdict,
        @Nullable String entry,
        @Nullable String licenseClass,
        long minVotes,
        Sort sort,
        int limit,
        @Nullable String cursor) {

    public enum Sort {
        NEWEST,
        PANEL,
        COMMUNITY,
        TRENDING,
        MATCH
    }

    public CardFilter {
        q = q == null ? null : SearchWords.of(q).textOrNull();
        sort = sort == Sort.MATCH && q == null ? Sort.NEWEST : sort;
    }

    public static CardFilter newest(int limit) {
        return new CardFilter(null, null, null, null, null, 0, Sort.NEWEST, limit, null);
    }

    public static CardFilter ofCategory(String category, Sort sort, int limit, @Nullable String cursor) {
        return new CardFilter(category, null, null, null, null, 0, sort, limit, cursor);
    }

    public static CardFilter ofWords(String q, int limit) {
        return new CardFilter(null, q, null, null, null, 0, Sort.MATCH, limit, null);
    }
}
