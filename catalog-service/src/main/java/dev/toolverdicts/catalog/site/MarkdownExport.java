package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison;
import dev.toolverdicts.catalog.comparison.Comparison.Opinion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A comparison as a document that a team keeps with its decision.
record MarkdownExport(Comparison comparison, List<Source> sources, String address) {

    String text() {
        var text = new StringBuilder("# ").append(Markdown.text(title())).append("\n\n");
        text.append("> ").append(Markdown.line(comparison.read())).append("\n\n");
        text.append(Markdown.line(comparison.basis().sure())).append("\n\n");
        Comparison.ByWeights by = comparison.byWeights();
        if (by != null) {
            text.append("Weights of the critics: ")
                    .append(Markdown.line(by.words()))
                    .append(".\n\n");
        }
        decision(text);
        text.append("\n## Reviewer scorecard\n\n");
        scorecard(text);
        text.append("\n## The rule of the read\n\n")
                .append(Markdown.line(comparison.basis().rule()))
                .append("\n\n## Sources\n\n");
        for (Source source : sources) {
            text.append("- ").append(source(source)).append('\n');
            source.facts()
                    .forEach(fact -> text.append("  - ").append(fact(fact)).append('\n'));
        }
        return text.append("\nFigures as of ")
                .append(comparison.asOf())
                .append(". ")
                .append(Markdown.link(address))
                .append('\n')
                .toString();
    }

    private String title() {
        return names().collect(Collectors.joining(" vs "));
    }

    private Stream<String> names() {
        return comparison.tools().stream().map(ToolCard::name);
    }

    private void decision(StringBuilder text) {
        head(text, "Decision");
        comparison.decision().forEach(row -> row(text, row.label(), row.values().stream()));
    }

    private void scorecard(StringBuilder text) {
        if (comparison.scorecard().isEmpty()) {
            text.append("No critic has reviewed any of them yet.\n");
            return;
        }
        head(text, "Critic");
        for (Comparison.Score score : comparison.scorecard()) {
            String widest = score.widest() ? " (widest disagreement)" : "";
            row(text, score.critic().name() + widest, score.takes().stream().map(MarkdownExport::verdict));
        }
        for (Comparison.Score score : comparison.scorecard()) {
            takes(text, score);
        }
    }

    private void takes(StringBuilder text, Comparison.Score score) {
        text.append("\n### ").append(Markdown.text(score.critic().name())).append(", ");
        text.append(Markdown.text(score.critic().role())).append('\n');
        for (int i = 0; i < score.takes().size(); i++) {
            Opinion take = score.takes().get(i);
            String name = Markdown.text(comparison.tools().get(i).name());
            text.append("\n**")
                    .append(name)
                    .append("**: ")
                    .append(verdict(take))
                    .append('\n');
            if (take != null) {
                String quote = Words.paragraphs(Take.read(take.body())).stream()
                        .map(paragraph -> "> " + Markdown.line(paragraph))
                        .collect(Collectors.joining("\n>\n"));
                text.append('\n').append(quote).append('\n');
            }
        }
    }

    private void head(StringBuilder text, String label) {
        row(text, label, names());
        text.append("|---".repeat(comparison.tools().size() + 1)).append("|\n");
    }

    private static void row(StringBuilder text, String label, Stream<String> values) {
        text.append(Stream.concat(Stream.of(label), values)
                .map(Markdown::text)
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String verdict(@Nullable Opinion take) {
        return take == null
                ? "No take"
                : "%s, %d/100".formatted(VerdictView.of(take.verdict()).word(), take.score());
    }

    private static String fact(FactSource fact) {
        return "%s: %s, captured %s, verified %s%s"
                .formatted(
                        fact.fact(),
                        fact.sourceUrl() == null ? "no source named" : Markdown.link(fact.sourceUrl()),
                        TakeView.day(fact.capturedAt()),
                        TakeView.day(fact.verifiedAt()),
                        fact.check() ? ", check" : "");
    }

    private static String source(Source source) {
        String website = source.website() == null ? "" : "official site " + Markdown.link(source.website()) + ", ";
        String price = source.priceDay() == null ? "" : "price seen " + source.priceDay() + ", ";
        return "%s: %s%sreviews %s, votes %s; as of %s"
                .formatted(
                        Markdown.text(source.tool()),
                        website,
                        price,
                        Markdown.link(source.reviews()),
                        Markdown.link(source.votes()),
                        source.asOf());
    }
}
