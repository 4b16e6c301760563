package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.alternative.Alternative;
import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardPage;
import dev.toolverdicts.catalog.card.ListedTool;
import dev.toolverdicts.catalog.card.NearName;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.TakeFilter;
import dev.toolverdicts.catalog.card.TakePage;
import dev.toolverdicts.catalog.card.TakePage.Given;
import dev.toolverdicts.catalog.card.TakeSums;
import dev.toolverdicts.catalog.card.TakenDown;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison;
import dev.toolverdicts.catalog.comparison.Found;
import dev.toolverdicts.catalog.critic.CriticProfile;
import dev.toolverdicts.catalog.critic.CriticStatistics;
import dev.toolverdicts.catalog.duel.DuelRank;
import dev.toolverdicts.catalog.duel.PairCounts;
import dev.toolverdicts.catalog.history.Past;
import dev.toolverdicts.catalog.search.Facets;
import dev.toolverdicts.catalog.search.Findings;
import dev.toolverdicts.catalog.search.Findings.Match;
import dev.toolverdicts.catalog.verdict.VerdictChange;
import dev.toolverdicts.catalog.voice.ToolVoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A read side that holds what a test puts into it.
final class FixedPages implements PageQueries {

    final List<ToolCard> tools = new ArrayList<>();
    final Map<String, String> renamed = new HashMap<>();
    final Map<String, TakenDown> takenDown = new HashMap<>();
    final Map<String, List<Take>> takes = new HashMap<>();
    final Map<String, Past> pasts = new HashMap<>();
    final List<VerdictChange> changes = new ArrayList<>();
    final Map<String, Found> pairs = new HashMap<>();
    final List<CriticProfile> critics = new ArrayList<>();
    final FixedBoards boards = new FixedBoards();
    final Map<String, List<Alternative>> alternatives = new HashMap<>();
    final Map<String, String> parents = new HashMap<>();
    final Map<String, DuelRank> duelRanks = new HashMap<>();
    final Map<String, ToolVoice> voices = new HashMap<>();
    PairCounts duels = PairCounts.NONE;
    List<NearName> near = List.of();
    Facets facets = new Facets(List.of(), List.of(), List.of(), List.of(), List.of());

    @Nullable
    Match match;

    @Nullable
    CardFilter asked;

    @Nullable
    TakeFilter askedTakes;

    FixedPages with(ToolCard... cards) {
        tools.addAll(List.of(cards));
        return this;
    }

    FixedPages with(Comparison comparison) {
        pairs.put(comparison.pairKey(), new Found.Compared(comparison));
        return this;
    }

    @Override
    public Optional<ToolCard> tool(String slug) {
        return tools.stream().filter(tool -> tool.slug().equals(slug)).findFirst();
    }

    @Override
    public Optional<String> currentSlug(String oldSlug) {
        return Optional.ofNullable(renamed.get(oldSlug));
    }

    @Override
    public Optional<TakenDown> takenDown(String slug) {
        return Optional.ofNullable(takenDown.get(slug));
    }

    @Override
    public List<Take> takes(String slug) {
        return takes.getOrDefault(slug, List.of());
    }

    @Override
    public Past past(String slug) {
        return pasts.getOrDefault(slug, Past.NONE);
    }

    @Override
    public CardPage tools(CardFilter filter) {
        List<ToolCard> found = tools.stream()
                .filter(tool -> filter.category() == null
                        || filter.category().equals(tool.category().key()))
                .filter(tool -> filter.verdict() == null
                        || filter.verdict().equals(tool.panel().verdict()))
                .filter(tool -> filter.q() == null
                        || tool.name()
                                .toLowerCase(Locale.ROOT)
                                .contains(filter.q().toLowerCase(Locale.ROOT)))
                .toList();
        boolean more = found.size() > filter.limit();
        return new CardPage(found.stream().limit(filter.limit()).toList(), more ? "next" : null);
    }

    @Override
    public Findings search(CardFilter filter) {
        asked = filter;
        CardPage page = tools(filter);
        return new Findings(
                page,
                match != null ? match : filter.q() == null ? Match.ALL : Match.AS_TYPED,
                page.cards().size(),
                facets,
                near);
    }

    @Override
    public Map<String, List<Alternative>> alternatives(List<String> slugs, int most) {
        return slugs.stream()
                .filter(alternatives::containsKey)
                .collect(Collectors.toMap(
                        slug -> slug,
                        slug -> alternatives.get(slug).stream().limit(most).toList()));
    }

    @Override
    public Map<String, Long> verdictsIn(String category) {
        return tools.stream()
                .filter(tool -> tool.category().key().equals(category))
                .collect(Collectors.groupingBy(tool -> tool.panel().verdict(), Collectors.counting()));
    }

    @Override
    public List<ListedTool> listed() {
        return tools.stream()
                .map(tool -> new ListedTool(tool.slug(), tool.category().key(), tool.asOf()))
                .toList();
    }

    @Override
    public Found pair(String pairKey) {
        return pairs.getOrDefault(pairKey, new Found.Unknown());
    }

    @Override
    public PairCounts duel(String firstSlug, String secondSlug) {
        return duels;
    }

    @Override
    public Optional<DuelRank> duelRank(String category) {
        return Optional.ofNullable(duelRanks.get(category));
    }

    @Override
    public Map<String, ToolVoice> voices(List<String> slugs) {
        return voices;
    }

    @Override
    public List<Category> categories() {
        return tools.stream()
                .collect(Collectors.groupingBy(ToolCard::category, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Category(
                        entry.getKey().key(),
                        entry.getKey().name(),
                        parents.get(entry.getKey().key()),
                        entry.getValue()))
                .sorted(Comparator.comparing(Category::key))
                .toList();
    }

    @Override
    public Optional<String> categoryBySynonym(String word) {
        return word.equals("coding") ? Optional.of("developer-tools") : Optional.empty();
    }

    @Override
    public List<CriticProfile> critics() {
        return critics;
    }

    @Override
    public Optional<CriticProfile> critic(String key) {
        return critics.stream().filter(critic -> critic.key().equals(key)).findFirst();
    }

    @Override
    public List<CriticStatistics> statistics() {
        return critics.stream().map(this::statistics).toList();
    }

    @Override
    public CriticStatistics statistics(CriticProfile critic) {
        return CriticStatistics.of(
                critic,
                given(critic.key())
                        .collect(Collectors.groupingBy(given -> given.tool().category()))
                        .entrySet()
                        .stream()
                        .map(entry -> sums(critic.key(), entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static TakeSums sums(String critic, ToolCard.Category category, List<Given> given) {
        int ships = (int) given.stream()
                .filter(each -> each.take().verdict().equals("ship"))
                .count();
        return new TakeSums(
                critic,
                category.key(),
                category.name(),
                given.size(),
                ships,
                given.stream().mapToInt(each -> each.take().score()).sum(),
                (int) given.stream()
                        .filter(each -> !each.tool().panel().verdict().equals("pending"))
                        .count(),
                0,
                0,
                0,
                Samples.AS_OF);
    }

    @Override
    public List<VerdictChange> changes(VerdictChange.Kind kind, @Nullable String category, int most) {
        return changes.stream()
                .filter(change -> kind == VerdictChange.Kind.ALL
                        || (kind == VerdictChange.Kind.FIRST) == (change.before() == null))
                .filter(change ->
                        category == null || change.tool().category().key().equals(category))
                .limit(most)
                .toList();
    }

    private Stream<Given> given(String criticKey) {
        return tools.stream()
                .flatMap(tool -> takes(tool.slug()).stream()
                        .filter(take -> take.criticKey().equals(criticKey))
                        .map(take -> new Given(new UUID(0, tools.indexOf(tool)), tool, take)));
    }

    @Override
    public TakePage verdicts(TakeFilter filter) {
        askedTakes = filter;
        List<Given> found = given(filter.criticKey())
                .filter(given -> filter.category() == null
                        || filter.category().equals(given.tool().category().key()))
                .toList();
        boolean more = found.size() > filter.limit();
        return new TakePage(found.stream().limit(filter.limit()).toList(), more ? "next" : null);
    }
}
