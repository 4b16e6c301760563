package dev.toolverdicts.catalog.site;

import static java.util.stream.Collectors.toMap;

import dev.toolverdicts.catalog.alternative.Alternative;
import dev.toolverdicts.catalog.alternative.AlternativeQueries;
import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardPage;
import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.CategoryCount;
import dev.toolverdicts.catalog.card.ListedTool;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.TakeFilter;
import dev.toolverdicts.catalog.card.TakePage;
import dev.toolverdicts.catalog.card.TakenDown;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.category.CategoryQueries;
import dev.toolverdicts.catalog.comparison.ComparisonQueries;
import dev.toolverdicts.catalog.comparison.Found;
import dev.toolverdicts.catalog.critic.CriticProfile;
import dev.toolverdicts.catalog.critic.CriticQueries;
import dev.toolverdicts.catalog.critic.CriticStatistics;
import dev.toolverdicts.catalog.duel.DuelQueries;
import dev.toolverdicts.catalog.duel.DuelRank;
import dev.toolverdicts.catalog.duel.PairCounts;
import dev.toolverdicts.catalog.history.HistoryQueries;
import dev.toolverdicts.catalog.history.Past;
import dev.toolverdicts.catalog.search.Findings;
import dev.toolverdicts.catalog.search.SearchQueries;
import dev.toolverdicts.catalog.verdict.VerdictChange;
import dev.toolverdicts.catalog.verdict.VerdictQueries;
import dev.toolverdicts.catalog.voice.ToolVoice;
import dev.toolverdicts.catalog.voice.VoiceQueries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class CatalogPageQueries implements PageQueries {

    private final CardQueries cards;
    private final ComparisonQueries comparisons;
    private final CriticQueries critics;
    private final CategoryQueries categories;
    private final SearchQueries search;
    private final AlternativeQueries alternatives;
    private final VerdictQueries verdicts;
    private final DuelQueries duels;
    private final HistoryQueries history;
    private final VoiceQueries voices;

    CatalogPageQueries(
            CardQueries cards,
            ComparisonQueries comparisons,
            CriticQueries critics,
            CategoryQueries categories,
            SearchQueries search,
            AlternativeQueries alternatives,
            VerdictQueries verdicts,
            DuelQueries duels,
            HistoryQueries history,
            VoiceQueries voices) {
        this.cards = cards;
        this.comparisons = comparisons;
        this.critics = critics;
        this.categories = categories;
        this.search = search;
        this.alternatives = alternatives;
        this.verdicts = verdicts;
        this.duels = duels;
        this.history = history;
        this.voices = voices;
    }

    @Override
    public Optional<ToolCard> tool(String slug) {
        return cards.bySlug(slug);
    }

    @Override
    public Optional<String> currentSlug(String oldSlug) {
        return cards.currentSlug(oldSlug);
    }

    @Override
    public Optional<TakenDown> takenDown(String slug) {
        return cards.takenDown(slug);
    }

    @Override
    public List<Take> takes(String slug) {
        return cards.takes(slug);
    }

    @Override
    public Past past(String slug) {
        return history.past(slug, PastView.MOST, PriceLine.MOST);
    }

    @Override
    public CardPage tools(CardFilter filter) {
        return cards.list(filter);
    }

    @Override
    public Findings search(CardFilter filter) {
        return search.find(filter);
    }

    @Override
    public Map<String, List<Alternative>> alternatives(List<String> slugs, int most) {
        return alternatives.to(slugs, most);
    }

    @Override
    public Map<String, Long> verdictsIn(String category) {
        return cards.verdicts(category);
    }

    @Override
    public List<ListedTool> listed() {
        return cards.listed();
    }

    @Override
    public Found pair(String pairKey) {
        return comparisons.find(pairKey);
    }

    @Override
    public PairCounts duel(String firstSlug, String secondSlug) {
        return duels.pair(firstSlug, secondSlug);
    }

    @Override
    public Optional<DuelRank> duelRank(String category) {
        return duels.rank(category);
    }

    @Override
    public Map<String, ToolVoice> voices(List<String> slugs) {
        return voices.of(slugs);
    }

    @Override
    public List<Category> categories() {
        Map<String, Long> counts = cards.counts().stream().collect(toMap(CategoryCount::key, CategoryCount::tools));
        return categories.all().stream()
                .map(category -> new Category(
                        category.key(), category.name(), category.parent(), counts.getOrDefault(category.key(), 0L)))
                .toList();
    }

    @Override
    public Optional<String> categoryBySynonym(String word) {
        return categories.bySynonym(word).map(dev.toolverdicts.catalog.category.Category::key);
    }

    @Override
    public List<CriticProfile> critics() {
        return critics.all();
    }

    @Override
    public Optional<CriticProfile> critic(String key) {
        return critics.byKey(key);
    }

    @Override
    public List<CriticStatistics> statistics() {
        return critics.statistics();
    }

    @Override
    public CriticStatistics statistics(CriticProfile critic) {
        return critics.statistics(critic);
    }

    @Override
    public TakePage verdicts(TakeFilter filter) {
        return critics.verdicts(filter);
    }

    @Override
    public List<VerdictChange> changes(VerdictChange.Kind kind, @Nullable String category, int most) {
        return verdicts.latest(kind, category, most);
    }
}
