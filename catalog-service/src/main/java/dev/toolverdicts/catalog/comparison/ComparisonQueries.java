package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.CardQueries.WithTakes;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison.Basis;
import dev.toolverdicts.catalog.critic.CriticQueries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /// What `{a}-vs-{b}`, or more tools up to five, leads to.
    public Found find(String pairKey) {
        return ComparisonKey.parse(pairKey).map(this::find).orElseGet(Found.Unknown::new);
    }

    /// The same by a reader's weights of the critics.
    ///
    /// @param weights as the address has them
    /// @throws dev.toolverdicts.platform.web.InvalidInput when they cannot be used
    Comparison weighed(Comparison plain, @Nullable List<String> weights) {
        return weights == null || weights.isEmpty() ? plain : Weighing.of(plain, weights, critics.order());
    }

    private Found find(ComparisonKey asked) {
        List<WithTakes> tools = cards.withTakes(asked.slugs());
        if (tools.size() == asked.slugs().size() && asked.equals(asked.canonical())) {
            return new Found.Compared(comparison(asked.toString(), tools));
        }
        var present = new ArrayList<String>();
        for (String slug : asked.slugs()) {
            Optional<String> now = present(slug, tools);
            if (now.isEmpty()) {
                return new Found.Unknown();
            }
            present.add(now.get());
        }
        ComparisonKey canonical = new ComparisonKey(present).canonical();
        return canonical.slugs().size() == 1
                ? new Found.SameTool(canonical.slugs().getFirst())
                : new Found.Moved(canonical.toString());
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
        Read read = Read.of(tools);
        return new Comparison(
                key,
                tools,
                DecisionTable.of(tools),
                Scorecard.of(found, order),
                read.line(),
                basis(read, tools),
                null,
                asOf,
                tag(tools, order));
    }

    private static Basis basis(Read read, List<ToolCard> tools) {
        ToolCard pick = read.pick();
        return new Basis(pick == null ? null : pick.slug(), Read.RULE, Sureness.of(tools));
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

    private static String tag(List<ToolCard> tools, List<String> order) {
        return tools.stream()
                .map(tool -> tool.etag().replace("\"", ""))
                .collect(Collectors.joining("-", "\"", "-%x\"".formatted(order.hashCode())));
    }
}
