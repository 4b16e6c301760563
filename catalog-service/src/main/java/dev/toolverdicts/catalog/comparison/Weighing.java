package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison.Basis;
import dev.toolverdicts.catalog.comparison.Comparison.ByWeights;
import dev.toolverdicts.catalog.comparison.Comparison.ByWeights.Standing;
import dev.toolverdicts.catalog.comparison.Comparison.ByWeights.Weight;
import dev.toolverdicts.catalog.comparison.Comparison.Row;
import dev.toolverdicts.catalog.comparison.Comparison.Score;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A comparison as one reader weighs the panel: its shares, the order of the tools and the read are
/// computed again. Cards keep what the panel says by itself.
public final class Weighing {

    static final String RULE = " Here the panel’s shares are by your weights: what a critic says of a tool counts as"
            + " often as the critic’s weight says, 0 to 3. The tools stand in the order of these shares, then of"
            + " their weighted mean scores. One without its quorum of reviews has no place, whatever the weights.";

    private final Comparison plain;
    private final Weights weights;
    private final List<WeightedTool> tools;

    private Weighing(Comparison plain, Weights weights) {
        this.plain = plain;
        this.weights = weights;
        this.tools = IntStream.range(0, plain.tools().size())
                .mapToObj(column -> WeightedTool.of(column, plain, weights))
                .sorted(WeightedTool.BEST_FIRST)
                .toList();
    }

    /// The comparison by these weights; as it was when there are none, or all are equal.
    ///
    /// @param given as the address has them
    /// @param panel the keys of all critics, in their order
    /// @throws dev.toolverdicts.platform.web.InvalidInput when they cannot be used
    public static Comparison of(Comparison plain, @Nullable List<String> given, Collection<String> panel) {
        if (given == null || given.isEmpty()) {
            return plain;
        }
        Weights weights = WeightParameters.read(given, critics(plain, panel));
        return weights.areEqual() ? plain : new Weighing(plain, weights).comparison();
    }

    /// A critic whose profile has not come yet has takes already.
    private static Set<String> critics(Comparison plain, Collection<String> panel) {
        Set<String> critics = new LinkedHashSet<>(panel);
        plain.scorecard().stream().map(score -> score.critic().key()).forEach(critics::add);
        return critics;
    }

    private Comparison comparison() {
        List<ToolCard> ordered = inOrder(plain.tools());
        Map<String, WeightedTool> bySlug =
                tools.stream().collect(Collectors.toMap(tool -> tool.card().slug(), Function.identity()));
        Read read = Read.of(ordered, card -> share(bySlug, card), "by your weights the panel");
        ToolCard pick = read.pick();
        return new Comparison(
                plain.pairKey(),
                ordered,
                decision(),
                plain.scorecard().stream().map(this::score).toList(),
                read.line(),
                new Basis(
                        pick == null ? null : pick.slug(),
                        plain.basis().rule() + RULE,
                        plain.basis().sure()),
                byWeights(),
                plain.asOf(),
                plain.etag().replaceAll("\"$", "-w" + weights.figures() + "\""));
    }

    private static @Nullable Integer share(Map<String, WeightedTool> bySlug, ToolCard card) {
        WeightedTool tool = bySlug.get(card.slug());
        return tool == null || tool.isPending() ? null : tool.pct();
    }

    /// The weighted row stands below the panel's own, which is the first.
    private List<Row> decision() {
        var rows = new ArrayList<Row>();
        plain.decision().forEach(row -> rows.add(new Row(row.label(), inOrder(row.values()), row.equal())));
        List<String> values =
                tools.stream().map(tool -> tool.words(place(tool))).toList();
        rows.add(
                Math.min(1, rows.size()),
                new Row("By your weights", values, values.stream().distinct().count() == 1));
        return rows;
    }

    private Score score(Score score) {
        return new Score(score.critic(), inOrder(score.takes()), score.widest());
    }

    private ByWeights byWeights() {
        return new ByWeights(
                words(),
                weights.ofCritics().entrySet().stream()
                        .map(weight -> new Weight(weight.getKey(), weight.getValue()))
                        .toList(),
                tools.stream()
                        .map(tool -> new Standing(tool.card().slug(), tool.pct(), tool.score(), place(tool)))
                        .toList(),
                weights.query());
    }

    private String words() {
        String named = weights.ofCritics().entrySet().stream()
                .filter(weight -> weight.getValue() != Weights.USUAL)
                .map(weight -> name(weight.getKey()) + " " + weight.getValue())
                .collect(Collectors.joining(", "));
        return weights.ofCritics().containsValue(Weights.USUAL) ? named + "; every other critic 1" : named;
    }

    private String name(String critic) {
        return plain.scorecard().stream()
                .map(Score::critic)
                .filter(known -> known.key().equals(critic))
                .map(Comparison.Critic::name)
                .findFirst()
                .orElse(critic);
    }

    /// Tools with the same figures share a place.
    private @Nullable Integer place(WeightedTool tool) {
        return tool.isPending()
                ? null
                : 1 + (int) tools.stream().filter(other -> other.isAbove(tool)).count();
    }

    private <T extends @Nullable Object> List<T> inOrder(List<T> columns) {
        List<T> ordered = new ArrayList<>();
        tools.forEach(tool -> ordered.add(columns.get(tool.column())));
        return ordered;
    }
}
