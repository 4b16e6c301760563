package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.CardQueries.WithTakes;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.critic.CriticQueries;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/// Puts comparisons together from the cards as they are now.
@Repository
public class ComparisonQueries {

    private final CardQueries cards;
    private final CriticQueries critics;

    ComparisonQueries(CardQueries cards, CriticQueries critics) {
        this.cards = cards;
        this.critics = critics;
    }

    /// What `{a}-vs-{b}` leads to.
    public Found find(String pairKey) {
        return Pair.parse(pairKey).map(this::find).orElseGet(Found.Unknown::new);
    }

    public Found find(String a, String b) {
        return find(new Pair(a, b));
    }

    private Found find(Pair asked) {
        List<WithTakes> tools = cards.withTakes(List.of(asked.a(), asked.b()));
        if (tools.size() == 2 && asked.equals(asked.canonical())) {
            return new Found.Pair(comparison(asked.key(), tools));
        }
        Optional<String> a = present(asked.a(), tools);
        Optional<String> b = present(asked.b(), tools);
        if (a.isEmpty() || b.isEmpty()) {
            return new Found.Unknown();
        }
        return a.equals(b)
                ? new Found.SameTool(a.get())
                : new Found.Moved(new Pair(a.get(), b.get()).canonical().key());
    }

    private Optional<String> present(String slug, List<WithTakes> found) {
        boolean isPresent = found.stream().anyMatch(tool -> tool.card().slug().equals(slug));
        return isPresent ? Optional.of(slug) : cards.currentSlug(slug);
    }

    private Comparison comparison(String key, List<WithTakes> found) {
        List<ToolCard> tools = found.stream().map(WithTakes::card).toList();
        Instant asOf =
                tools.stream().map(ToolCard::asOf).max(Instant::compareTo).orElseThrow();
        List<String> order = panelOrder(found);
        return new Comparison(
                key,
                tools,
                DecisionTable.of(tools),
                Scorecard.of(found, order),
                Read.of(tools.getFirst(), tools.getLast()),
                asOf,
                "\"%s-%s-%x\"".formatted(bare(tools.getFirst()), bare(tools.getLast()), order.hashCode()));
    }

    /// A critic whose profile has not come yet has takes to show already: after the others.
    private List<String> panelOrder(List<WithTakes> found) {
        var order = new LinkedHashSet<>(critics.order());
        found.stream()
                .flatMap(tool -> tool.takes().stream())
                .map(Take::criticKey)
                .forEach(order::add);
        return List.copyOf(order);
    }

    private static String bare(ToolCard card) {
        return card.etag().replace("\"", "");
    }
}
