package dev.toolverdicts.catalog.card;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What words lead to, beside the cards themselves.
@Repository
public class WordQueries {

    // The share of a word's trigrams that must be there in a row. A letter that is wrong, missing or
    // too many in a word of six leaves about half; from a third down unlike words come along.
    private static final double CLOSE = 0.4;
    // For when nothing else helps: two slips in a short word, or one word of several, are still seen.
    private static final double NEAREST = 0.15;
    // How many of the nearest are looked at closely.
    private static final int COMPARED = 24;
    private static final int LONGEST_NAME = 120;

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    WordQueries(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /// Reads with words that may be misspelt. How much, PostgreSQL takes from a setting, which
    /// lasts for a transaction.
    <T> T tolerant(Supplier<T> read) {
        return within(CLOSE, read);
    }

    /// What words lead to, worked out once for all that is asked of it; in [#tolerant].
    CardHits hits(String q) {
        CardHits search = CardHits.of(q);
        return jdbc.sql(search.sql() + """
                        SELECT coalesce(array_agg(tool_id), '{}') AS tools, coalesce(array_agg(fit), '{}') AS fits FROM hit
                        """)
                .params(search.params())
                .query((row, _) -> new CardHits(
                        CardHits.KNOWN,
                        Map.of("hits", array("uuid", row, "tools"), "fits", array("float8", row, "fits"))))
                .single();
    }

    private static SqlArrayValue array(String type, ResultSet row, String column) throws SQLException {
        return new SqlArrayValue(type, (Object[]) row.getArray(column).getArray());
    }

    /// What the tools are like, together by all that they can be narrowed down by, for words or for
    /// all tools. One pass over what the words lead to; a dozen categories, five classes, three
    /// labels, four verdicts and five steps make some hundred groups of 10,000 tools.
    ///
    /// @param hits null for all tools
    /// @param steps numbers of votes, rising
    List<FacetCell> cells(@Nullable CardHits hits, List<Long> steps) {
        var params = new HashMap<String, Object>(Map.of("steps", new SqlArrayValue("int8", steps.toArray())));
        String head = "";
        String from = "tool_card";
        String fit = "1";
        if (hits != null) {
            params.putAll(hits.params());
            head = hits.sql();
            from = "tool_card JOIN hit USING (tool_id)";
            fit = "max(fit)";
        }
        return jdbc.sql(head + """
                SELECT category, license_class, entry_label, verdict, width_bucket(ships + skips, :steps::bigint[]) AS step,
                       count(*) AS tools, %s AS fit
                FROM %s WHERE tool IS NOT NULL GROUP BY category, license_class, entry_label, verdict, step
                """.formatted(fit, from))
                .params(params)
                .query((row, _) -> cell(row, steps))
                .list();
    }

    private static FacetCell cell(ResultSet row, List<Long> steps) throws SQLException {
        int step = row.getInt("step");
        return new FacetCell(
                row.getString("category"),
                row.getString("license_class"),
                row.getString("entry_label"),
                row.getString("verdict"),
                step == 0 ? 0L : steps.get(step - 1),
                row.getLong("tools"),
                row.getDouble("fit") >= CardHits.AS_TYPED);
    }

    /// The names that come nearest to what was typed, however little that is; for when nothing else
    /// was found. Two letters in each other's place spoil half of a short word's trigrams, so of the
    /// best by trigrams those come first that are near with two neighbours put right.
    public List<NearName> nearest(String q, int most) {
        SearchWords words = SearchWords.of(q);
        String text = words.text();
        if (!SearchWords.hasTrigram(text)) {
            return List.of();
        }
        int end = text.offsetByCodePoints(0, Math.min(LONGEST_NAME, text.codePointCount(0, text.length())));
        return within(
                NEAREST,
                () -> jdbc.sql("""
                                WITH typed AS MATERIALIZED (
                                    SELECT folded(:text) AS phrase,
                                           ARRAY(SELECT folded(spelling) FROM unnest(:spellings::text[]) AS spelling) AS spellings
                                ), near AS MATERIALIZED (
                                    SELECT tool_id, name, word_similarity(phrase, name) AS fit
                                    FROM tool_search CROSS JOIN typed
                                    WHERE name %> (SELECT phrase FROM typed) ORDER BY fit DESC, tool_id LIMIT :compared
                                )
                                SELECT slug, tool ->> 'name' AS shown
                                FROM near JOIN tool_card USING (tool_id) CROSS JOIN typed
                                WHERE tool IS NOT NULL AND fit > 0
                                ORDER BY (SELECT max(word_similarity(spelling, near.name))
                                          FROM unnest(spellings) AS spelling) DESC,
                                         similarity(phrase, near.name) DESC, created_s DESC
                                LIMIT :most
                                """)
                        .param("text", text.substring(0, end))
                        .param(
                                "spellings",
                                new SqlArrayValue("text", words.spellings().toArray()))
                        .param("compared", COMPARED)
                        .param("most", most)
                        .query((row, _) -> new NearName(row.getString("slug"), row.getString("shown")))
                        .list());
    }

    /// How many rows words lead to, PostgreSQL can only guess, and it guesses hundreds where there are
    /// three: it would read all cards to find these. Going from each row to its card costs nothing for
    /// few, and for all no more than reading them all.
    private <T> T within(double similarity, Supplier<T> read) {
        return Objects.requireNonNull(reading.execute(_ -> {
            var _ = jdbc.sql("""
                            SELECT set_config('pg_trgm.word_similarity_threshold', :similarity, true)
                                   || set_config('enable_hashjoin', 'off', true) || set_config('enable_mergejoin', 'off', true)
                            """)
                    .param("similarity", String.valueOf(similarity))
                    .query(String.class)
                    .single();
            return read.get();
        }));
    }
}
