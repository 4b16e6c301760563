package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardPage;
import dev.toolverdicts.catalog.card.ListedTool;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Found;
import dev.toolverdicts.catalog.critic.CriticProfile;
import dev.toolverdicts.catalog.critic.CriticVerdict;
import java.util.List;
import java.util.Optional;

/// Everything the pages read, in one place: what a page can show is a line here.
interface PageQueries {

    /// A category and how many tools it holds.
    record Category(String key, String name, long tools) {}

    Optional<ToolCard> tool(String slug);

    Optional<String> currentSlug(String oldSlug);

    List<Take> takes(String slug);

    CardPage tools(CardFilter filter);

    /// Every tool there is.
    List<ListedTool> listed();

    /// What `{a}-vs-{b}`, or more tools up to five, leads to.
    Found pair(String pairKey);

    List<Category> categories();

    /// The key of the category that once had this name.
    Optional<String> categoryBySynonym(String word);

    List<CriticProfile> critics();

    Optional<CriticProfile> critic(String key);

    List<CriticVerdict> verdicts(String criticKey);
}
