package dev.toolverdicts.catalog.card;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The tools that words lead to, as the head of a statement: `hit (tool_id, fit)`. A fit of 1 and
/// more says that all words are there as they were typed, one below says how close a name comes to
/// them.
///
/// How PostgreSQL goes about it, at 10,000 tools (10 MB of `tool_search`):
///
/// - What was typed is worked out once, in subqueries of its own. The plan is then the same for all
///   words, also once the driver has the statement prepared, and no row pays for folding them
///   again.
/// - A part with a trigram is a bitmap scan of `tool_search_by_part`, whole words are one of
///   `tool_search_by_word`. They are united and not joined by OR, which would read all rows as soon
///   as one side has to.
/// - A part without one is compared with the rows that the others leave; alone with all of them,
///   some 10 ms.
/// - What is close is only read when `exact` is empty: the condition on that belongs to no table,
///   so it stands above the join and decides once. Similarities, which are dear, are worked out for
///   what shares enough trigrams.
record CardHits(String sql, Map<String, Object> params) {

    static final double AS_TYPED = 1;

    private static final String EXACT = """
            WITH exact AS MATERIALIZED (
                SELECT tool_id, name FROM tool_search WHERE {parts}
                UNION
                SELECT tool_id, name FROM tool_search
                WHERE document @@ (SELECT plainto_tsquery('english', folded(:text)))
            ), typed AS MATERIALIZED (
                SELECT folded(:text) AS phrase
            ), hit_as_typed AS (
                SELECT tool_id, (CASE WHEN name = phrase THEN 4 WHEN starts_with(name, phrase) THEN 3
                                      WHEN position(phrase IN name) > 0 THEN 2 ELSE 1 END)::double precision AS fit
                FROM exact CROSS JOIN typed
            )
            """;

    private static final String NOTHING_CLOSE = """
            , hit AS MATERIALIZED (SELECT tool_id, fit FROM hit_as_typed)
            """;

    private static final String CLOSE = """
            , near AS (
                {sets}
            ), hit AS MATERIALIZED (
                SELECT tool_id, fit FROM hit_as_typed
                UNION ALL
                SELECT tool_id, word_similarity(phrase, name) * 0.99::double precision
                FROM near JOIN tool_search USING (tool_id) CROSS JOIN typed
                WHERE NOT EXISTS (SELECT FROM exact)
            )
            """;

    private static final String PART = "words LIKE (SELECT containing(:word%1$d))";
    private static final String PART_WITHOUT_TRIGRAM = "position((SELECT folded(:word%1$d)) IN words) > 0";
    private static final String THERE = "(SELECT tool_id FROM tool_search WHERE %s)";
    private static final String THERE_OR_CLOSE = """
            (SELECT tool_id FROM tool_search WHERE %s
             UNION
             SELECT tool_id FROM tool_search WHERE words %%> (SELECT folded(:word%2$d))
             UNION
             SELECT tool_id FROM tool_search
             WHERE words LIKE ANY (ARRAY(SELECT containing(swap) FROM unnest(string_to_array(:swaps%2$d, ' ')) AS swap)))""";

    static CardHits of(String q) {
        SearchWords search = SearchWords.of(q);
        List<String> words = search.words();
        var params = new HashMap<String, Object>(Map.of("text", search.text()));
        for (int at = 0; at < words.size(); at++) {
            params.put("word" + at, words.get(at));
            if (SearchWords.mayErr(words.get(at))) {
                params.put("swaps" + at, SearchWords.swapped(words.get(at)));
            }
        }
        String close =
                words.stream().anyMatch(SearchWords::mayErr) ? CLOSE.replace("{sets}", sets(words)) : NOTHING_CLOSE;
        return new CardHits(EXACT.replace("{parts}", parts(words)) + close, params);
    }

    /// What was found before: `:hits` and a `:fits` for each.
    static final String KNOWN = """
            WITH hit AS MATERIALIZED (
                SELECT tool_id, fit FROM unnest(:hits::uuid[], :fits::double precision[]) AS known (tool_id, fit)
            )
            """;

    private static String parts(List<String> words) {
        return IntStream.range(0, words.size())
                .mapToObj(at -> part(words.get(at), at))
                .collect(Collectors.joining(" AND "));
    }

    private static String part(String word, int at) {
        return (SearchWords.hasTrigram(word) ? PART : PART_WITHOUT_TRIGRAM).formatted(at);
    }

    /// Every word must be there, or something close to it.
    private static String sets(List<String> words) {
        return IntStream.range(0, words.size())
                .mapToObj(at -> (SearchWords.mayErr(words.get(at)) ? THERE_OR_CLOSE : THERE)
                        .formatted(part(words.get(at), at), at))
                .collect(Collectors.joining("\nINTERSECT\n"));
    }
}
