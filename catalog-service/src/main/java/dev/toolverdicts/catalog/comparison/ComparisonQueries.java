package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.CardQueries.WithTakes;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.critic.CriticProfile;
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
        return Pair.parse(pairKey).map(pair -> find(pair.a(), pair.b())).orElseGet(Found.Unknown::new);
    }

    public Found find(String a, String b) {
        var asked = new Pair(a, b);
        List<WithTakes> tools = cards.withTakes(List.of(a, b));
        if (a.equals(b)) {
            return tools.isEmpty() ? renamed(asked) : new Found.SameTool(a);
        }
        if (tools.size() != 2) {
            return renamed(asked);
        }
        Pair canonical = asked.canonical();
        return canonical.equals(asked)
                ? new Found.Pair(comparison(canonical.key(), tools))
                : new Found.Moved(canonical.key());
    }

    private Found renamed(Pair asked) {
        Optional<String> a = present(asked.a());
        Optional<String> b = present(asked.b());
        if (a.isEmpty() || b.isEmpty()) {
            return new Found.Unknown();
        }
        return a.equals(b)
                ? new Found.SameTool(a.get())
                : new Found.Moved(new Pair(a.get(), b.get()).canonical().key());
    }

    private Optional<String> present(String slug) {
        return cards.bySlug(slug).map(ToolCard::slug).or(() -> cards.currentSlug(slug));
    }

    private Comparison comparison(String key, List<WithTakes> found) {
        List<ToolCard> tools = found.stream().map(WithTakes::card).toList();
        Instant asOf =
                tools.stream().map(ToolCard::asOf).max(Instant::compareTo).orElse(Instant.EPOCH);
        // Critics whose profile has not come yet still have their takes shown, after the others.
        var order = new LinkedHashSet<String>(
                critics.all().stream().map(CriticProfile::key).toList());
        found.stream()
                .flatMap(tool -> tool.takes().stream())
                .map(Take::criticKey)
                .forEach(order::add);
        return new Comparison(
                key,
                tools,
                DecisionTable.of(tools),
                Scorecard.of(found, List.copyOf(order)),
                capital(Read.of(tools.getFirst(), tools.getLast())),
                asOf,
                "\"%s-%s-%d\"".formatted(bare(tools.getFirst()), bare(tools.getLast()), order.size()));
    }

    private static String bare(ToolCard card) {
        return card.etag().replace("\"", "");
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
