package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.alternative.Alternative;
import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardPage;
import dev.toolverdicts.catalog.card.ListedTool;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.TakeFilter;
import dev.toolverdicts.catalog.card.TakePage;
import dev.toolverdicts.catalog.card.TakenDown;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Found;
import dev.toolverdicts.catalog.critic.CriticProfile;
import dev.toolverdicts.catalog.critic.CriticStatistics;
import dev.toolverdicts.catalog.duel.DuelRank;
import dev.toolverdicts.catalog.duel.PairCounts;
import dev.toolverdicts.catalog.history.Past;
import dev.toolverdicts.catalog.search.Findings;
import dev.toolverdicts.catalog.verdict.VerdictChange;
import dev.toolverdicts.catalog.voice.ToolVoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything the pages read, in one place: what a page can show is a line here.
interface PageQueries {

    /// A category and how many tools it holds.
    ///
    /// @param parent the key of the category it is a part of
    record Category(String key, String name, @Nullable String parent, long tools) {}

    Optional<ToolCard> tool(String slug);

    Optional<String> currentSlug(String oldSlug);

    /// Why the tool that has or had this address is not shown any more.
    Optional<TakenDown> takenDown(String slug);

    List<Take> takes(String slug);

    /// What happened to a tool, the latest of each kind.
    Past past(String slug);

    CardPage tools(CardFilter filter);

    /// What words and choices lead to.
    Findings search(CardFilter filter);

    /// What could be used in the place of each of these tools; one without is not in it.
    Map<String, List<Alternative>> alternatives(List<String> slugs, int most);

    /// How many tools of a category have each verdict.
    Map<String, Long> verdictsIn(String category);

    /// Every tool there is.
    List<ListedTool> listed();

    /// What `{a}-vs-{b}`, or more tools up to five, leads to.
    Found pair(String pairKey);

    /// How voters chose between two tools, the first one's wins first.
    PairCounts duel(String firstSlug, String secondSlug);

    /// The ranks of a category that follow from such choices.
    Optional<DuelRank> duelRank(String category);

    /// What voters say of each of these tools; one of which nobody has said anything is not in it.
    Map<String, ToolVoice> voices(List<String> slugs);

    List<Category> categories();

    /// The key of the category that once had this name.
    Optional<String> categoryBySynonym(String word);

    List<CriticProfile> critics();

    /// The keys of the panel in its order.
    default List<String> panel() {
        return critics().stream().map(CriticProfile::key).toList();
    }

    Optional<CriticProfile> critic(String key);

    /// What the verdicts of each critic add up to, in the panel's order.
    List<CriticStatistics> statistics();

    CriticStatistics statistics(CriticProfile critic);

    TakePage verdicts(TakeFilter filter);

    /// The latest changes of verdicts, of all tools or of one category.
    List<VerdictChange> changes(VerdictChange.Kind kind, @Nullable String category, int most);
}
