package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison;
import dev.toolverdicts.catalog.voice.ToolVoice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Two to five tools side by side: each keeps its column and its accent from the first line to the
/// last.
///
/// @param columns classes, one per tool
/// @param roles each critic beside the voters of the same role; empty until a voter has said one
/// @param rest what is left out, or null when every row is there
/// @param toggle the way to the differences alone and back; null where nothing is the same
/// @param duel the choice between the two; null where there are more
/// @param weights one choice per critic who speaks here
/// @param byWeights what the reader's weights make of it; null where every critic counts the same
/// @param nobody what stands in place of a scorecard without rows
record ComparePage(
        String title,
        String key,
        Showing showing,
        List<ToolView> tools,
        List<String> columns,
        List<BallotView> ballots,
        @Nullable DuelView duel,
        List<DecisionRow> decision,
        List<ScoreRow> rows,
        List<RoleRow> roles,
        @Nullable String rest,
        @Nullable String toggle,
        List<WeightChoice> weights,
        Comparison.@Nullable ByWeights byWeights,
        String nobody,
        Comparison.Basis basis,
        String read,
        List<Source> sources,
        Instant asOf,
        String asOfText) {

    static ComparePage of(
            Comparison comparison,
            Showing showing,
            List<BallotView> ballots,
            @Nullable DuelView duel,
            Map<String, ToolVoice> voices,
            List<Source> sources) {
        List<ToolView> tools = comparison.tools().stream()
                .map(card -> view(card, comparison.byWeights()))
                .toList();
        List<String> slugs = comparison.tools().stream().map(ToolCard::slug).toList();
        List<String> columns = Columns.of(slugs, showing.among(slugs));
        boolean all = !showing.differencesOnly();
        List<String> same = same(comparison);
        return new ComparePage(
                title(comparison.tools()),
                comparison.pairKey(),
                showing,
                tools,
                columns,
                ballots,
                duel,
                comparison.decision().stream()
                        .filter(row -> all || !row.equal())
                        .map(row -> DecisionRow.of(row, tools, columns))
                        .toList(),
                comparison.scorecard().stream()
                        .filter(score -> all || !ScoreRow.same(score))
                        .map(ScoreRow::of)
                        .toList(),
                RoleRows.of(comparison, voices),
                all ? null : rest(same, tools.size()),
                all && same.isEmpty()
                        ? null
                        : path(comparison) + showing.withDifferencesOnly(all).query(),
                WeightChoice.of(comparison),
                comparison.byWeights(),
                nobody(comparison),
                comparison.basis(),
                comparison.read(),
                sources,
                comparison.asOf().truncatedTo(ChronoUnit.SECONDS),
                Words.minute(comparison.asOf()));
    }

    /// By a reader's weights the share is theirs, as the read and the order of the tools are.
    private static ToolView view(ToolCard card, Comparison.@Nullable ByWeights by) {
        PanelView panel = PanelView.of(card.panel());
        return Stream.ofNullable(by)
                .flatMap(weighed -> weighed.tools().stream())
                .filter(standing -> standing.slug().equals(card.slug()))
                .findFirst()
                .map(standing -> ToolView.of(card, panel.weighed(standing)))
                .orElseGet(() -> ToolView.of(card, panel));
    }

    static String path(Comparison comparison) {
        return "/compare/" + comparison.pairKey();
    }

    static String title(List<ToolCard> tools) {
        return tools.stream().map(ToolCard::name).collect(Collectors.joining(" vs "));
    }

    private static List<String> same(Comparison comparison) {
        return Stream.concat(
                        comparison.decision().stream()
                                .filter(Comparison.Row::equal)
                                .map(Comparison.Row::label),
                        comparison.scorecard().stream()
                                .filter(ScoreRow::same)
                                .map(score -> score.critic().name()))
                .toList();
    }

    private static String rest(List<String> same, int tools) {
        String whom = tools == 2 ? "both tools" : "all tools";
        return same.isEmpty()
                ? "Nothing is the same for " + whom + "."
                : "Left out, the same for " + whom + ": " + String.join(", ", same) + ".";
    }

    private static String nobody(Comparison comparison) {
        if (!comparison.scorecard().isEmpty()) {
            return "No critic tells them apart.";
        }
        return "No critic has reviewed " + (comparison.tools().size() == 2 ? "either tool" : "any of them")
                + " yet. Their takes appear here, side by side, as they are published.";
    }

    public boolean many() {
        return tools.size() > 2;
    }

    /// How many columns there are; two are the rule and need no class.
    public String layout() {
        return many() ? "wrap many n" + tools.size() : "wrap";
    }

    public String lead() {
        return "Which one would you ship with? %s verdicts, their reasons and how sure they are, side by side."
                .formatted(many() ? "All" : "Both");
    }

    /// Whose changes concern the page.
    public String followed() {
        return tools.stream().map(ToolView::slug).collect(Collectors.joining(" "));
    }

    /// The reader's weights as the end of an address, for files and what else is read by them.
    public String weighed() {
        return showing.weights().isEmpty() ? "" : "?" + showing.weights();
    }

    /// The same page with every critic counting once.
    public String equal() {
        return "/compare/" + key + showing.weighing("").query();
    }

    /// As a file: the page's address with an ending.
    public String file() {
        return "/compare/" + key;
    }

    /// Where another tool is chosen; null where there is no room for one.
    public @Nullable String adding() {
        return tools.size() < Comparison.MOST_TOOLS ? "/compare?with=" + key : null;
    }

    /// The comparison without one of its tools, where more than two stand side by side.
    public String without(int column) {
        return CompareAddress.of(
                Stream.concat(tools.stream().limit(column), tools.stream().skip(column + 1L))
                        .map(ToolView::slug)
                        .toList());
    }

    public String accent(int column) {
        return Columns.accent(column);
    }

    /// The two that a narrow screen shows.
    public List<String> shown() {
        return showing.among(tools.stream().map(ToolView::slug).toList());
    }
}
