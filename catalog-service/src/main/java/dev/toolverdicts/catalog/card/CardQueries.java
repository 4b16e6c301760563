package dev.toolverdicts.catalog.card;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Reads cards. A row without its tool (its panel or its votes came first, or it was taken down) is not
/// shown to anybody.
@Repository
public class CardQueries {

    private static final String CARDS = "SELECT " + CardRow.COLUMNS + " FROM tool_card WHERE tool IS NOT NULL ";
    private static final String CARDS_AND_TAKES =
            "SELECT " + CardRow.COLUMNS + ", takes FROM tool_card WHERE tool IS NOT NULL ";

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final CardRow rows;
    private final WordQueries words;
    private final CategoryCountQueries counts;

    CardQueries(JdbcClient jdbc, CardRow rows, WordQueries words, CategoryCountQueries counts) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.words = words;
        this.counts = counts;
    }

    /// A card with the takes on its tool in the panel's order, read at one moment.
    public record WithTakes(ToolCard card, List<Take> takes) {}

    public Optional<ToolCard> bySlug(String slug) {
        return bySlugs(List.of(slug)).stream().findFirst();
    }

    /// The present slug of a tool that once had this one.
    public Optional<String> currentSlug(String oldSlug) {
        return jdbc.sql("""
                        SELECT slug FROM tool_card
                        WHERE previous_slugs @> ARRAY[:slug]::text[] AND slug <> :slug AND tool IS NOT NULL
                        """).param("slug", oldSlug).query(String.class).optional();
    }

    /// Why the tool that has or had this address is not there any more.
    public Optional<TakenDown> takenDown(String slug) {
        return jdbc.sql("""
                        SELECT taken_down FROM tool_card
                        WHERE taken_down IS NOT NULL AND (slug = :slug OR previous_slugs @> ARRAY[:slug]::text[])
                        ORDER BY slug = :slug DESC LIMIT 1
                        """)
                .param("slug", slug)
                .query((row, _) -> rows.takenDown(row))
                .optional();
    }

    /// Where the tool is now that has no card at this address.
    ///
    /// @throws ToolTakenDown with the reason
    /// @throws ToolNotFound when there was never one
    public String movedTo(String slug) {
        takenDown(slug).ifPresent(why -> {
            throw new ToolTakenDown(why);
        });
        return currentSlug(slug).orElseThrow(ToolNotFound::new);
    }

    /// Which of these tools were taken down.
    public Set<UUID> takenDown(Collection<UUID> ids) {
        return jdbc.sql("SELECT tool_id FROM tool_card WHERE tool_id = ANY (:ids) AND taken_down IS NOT NULL")
                .param("ids", new SqlArrayValue("uuid", ids.toArray()))
                .query(UUID.class)
                .set();
    }

    /// The tools that are there, in the byte order of their slugs.
    public List<ToolCard> bySlugs(List<String> slugs) {
        return slugs.isEmpty()
                ? List.of()
                : jdbc.sql(CARDS + "AND slug IN (:slugs) ORDER BY slug COLLATE \"C\"")
                        .param("slugs", slugs)
                        .query((row, _) -> rows.card(row))
                        .list();
    }

    /// The tools that are there, by their ids.
    public Map<UUID, ToolCard> byIds(Collection<UUID> ids) {
        var found = new HashMap<UUID, ToolCard>();
        jdbc.sql(CARDS + "AND tool_id = ANY (:ids)")
                .param("ids", new SqlArrayValue("uuid", ids.toArray()))
                .query(row -> {
                    found.put(CardRow.id(row), rows.card(row));
                });
        return found;
    }

    public List<Take> takes(String slug) {
        return withTakes(List.of(slug)).stream()
                .flatMap(found -> found.takes().stream())
                .toList();
    }

    /// The tools that are there, in the byte order of their slugs.
    public List<WithTakes> withTakes(List<String> slugs) {
        return jdbc.sql(CARDS_AND_TAKES + "AND slug IN (:slugs) ORDER BY slug COLLATE \"C\"")
                .param("slugs", slugs)
                .query((row, _) -> new WithTakes(rows.card(row), rows.takes(row)))
                .list();
    }

    /// Every tool with its takes, one after the other, in the byte order of the slugs: for whoever
    /// needs all of them and must not hold them. A few are in memory at a time, in a transaction.
    public void each(Consumer<WithTakes> taker) {
        jdbc.sql(CARDS_AND_TAKES + "ORDER BY slug COLLATE \"C\"")
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    taker.accept(new WithTakes(rows.card(row), rows.takes(row)));
                });
    }

    /// One page; the first one when the cursor is not one of ours.
    public CardPage list(CardFilter filter) {
        String q = filter.q();
        return q == null ? page(filter, null) : words.tolerant(() -> page(filter, CardHits.of(q)));
    }

    /// One page, and what all tools are like that the words lead to, however the filter narrows them
    /// down.
    ///
    /// @param steps numbers of votes, rising
    public CardFindings find(CardFilter filter, List<Long> steps) {
        String q = filter.q();
        return q == null ? find(filter, null, steps) : words.tolerant(() -> find(filter, words.hits(q), steps));
    }

    private CardFindings find(CardFilter filter, @Nullable CardHits hits, List<Long> steps) {
        return new CardFindings(page(filter, hits), words.cells(hits, steps));
    }

    private CardPage page(CardFilter filter, @Nullable CardHits hits) {
        CardCursor after = Optional.ofNullable(filter.cursor())
                .flatMap(cursor -> CardCursor.parse(cursor, filter.sort()))
                .orElse(null);
        record Placed(ToolCard card, CardCursor cursor) {}
        CardSearch search = CardSearch.of(filter, after, hits);
        List<Placed> found = jdbc.sql(search.sql())
                .params(search.params())
                .query((row, _) ->
                        new Placed(rows.card(row), CardOrder.of(filter.sort()).cursor(row)))
                .list();
        boolean more = found.size() > filter.limit();
        List<Placed> page = more ? found.subList(0, filter.limit()) : found;
        return new CardPage(
                page.stream().map(Placed::card).toList(),
                more ? page.getLast().cursor().toString() : null);
    }

    /// How many tools of a category have each verdict; a verdict that none has is not in it.
    public Map<String, Long> verdicts(String category) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("""
                        SELECT verdict, count(*) AS tools FROM tool_card
                        WHERE tool IS NOT NULL AND category = :category GROUP BY verdict
                        """).param("category", category).query(row -> {
            counts.put(row.getString("verdict"), row.getLong("tools"));
        });
        return counts;
    }

    /// Every tool, in the byte order of the slugs.
    public List<ListedTool> listed() {
        return jdbc.sql("""
                        SELECT slug, category, greatest(tool_at, panel_at, tally_at) AS as_of
                        FROM tool_card WHERE tool IS NOT NULL ORDER BY slug COLLATE "C"
                        """)
                .query((row, _) ->
                        new ListedTool(row.getString("slug"), row.getString("category"), CardRow.instant(row, "as_of")))
                .list();
    }

    /// How many tools the categories have; one without tools is not in it.
    public List<CategoryCount> counts() {
        return counts.counts();
    }
}
