package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison;
import dev.toolverdicts.catalog.comparison.Comparison.Opinion;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A comparison as CSV (RFC 4180) for spreadsheets: a column per tool after one for what is said
/// of all of them.
record CsvExport(Comparison comparison, List<Source> sources, String address) {

    String text() {
        var rows = new StringBuilder();
        row(rows, "Section", "Item", "All tools", comparison.tools().stream().map(ToolCard::name));
        row(rows, "Comparison", "Address", address, Stream.empty());
        row(rows, "Comparison", "As of", comparison.asOf(), sources.stream().map(Source::asOf));
        row(rows, "Comparison", "Read", comparison.read(), Stream.empty());
        Comparison.ByWeights by = comparison.byWeights();
        if (by != null) {
            row(rows, "Comparison", "Weights of the critics", by.words(), Stream.empty());
        }
        row(rows, "Comparison", "How sure", comparison.basis().sure(), Stream.empty());
        row(rows, "Comparison", "Rule", comparison.basis().rule(), Stream.empty());
        comparison
                .decision()
                .forEach(row -> row(rows, "Decision", row.label(), row.equal() ? "same" : null, row.values().stream()));
        comparison.scorecard().forEach(score -> critic(rows, score));
        source(rows, "Official site", Source::website);
        source(rows, "Price seen", Source::priceSeen);
        source(rows, "Reviews", Source::reviews);
        source(rows, "Votes", Source::votes);
        facts(rows);
        return rows.toString();
    }

    /// Every tool has the same facts in the same order.
    private void facts(StringBuilder rows) {
        List<FactSource> first = sources.getFirst().facts();
        for (int i = 0; i < first.size(); i++) {
            int at = i;
            String name = Words.capital(first.get(at).fact());
            source(rows, name + ", source", source -> source.facts().get(at).sourceUrl());
            source(rows, name + ", first seen", source -> source.facts().get(at).capturedAt());
            source(rows, name + ", last seen", source -> source.facts().get(at).verifiedAt());
        }
    }

    private void critic(StringBuilder rows, Comparison.Score score) {
        String name = score.critic().name();
        take(rows, name + ", verdict", null, score, Opinion::verdict);
        take(rows, name + ", score", score.widest() ? "widest disagreement" : null, score, Opinion::score);
        take(rows, name + ", take", null, score, opinion -> Take.read(opinion.body()));
    }

    private void take(
            StringBuilder rows,
            String item,
            @Nullable String all,
            Comparison.Score score,
            Function<Opinion, Object> value) {
        row(
                rows,
                "Scorecard",
                item,
                all,
                score.takes().stream().map(take -> take == null ? "No take" : value.apply(take)));
    }

    private void source(StringBuilder rows, String item, Function<Source, @Nullable Object> value) {
        row(rows, "Source", item, null, sources.stream().map(value));
    }

    /// Every row is as long as the first.
    private void row(StringBuilder rows, String section, String item, @Nullable Object all, Stream<?> values) {
        int columns = comparison.tools().size();
        Stream<String> cells = Stream.concat(values.map(CsvExport::cell), Stream.generate(() -> ""));
        rows.append(Stream.concat(Stream.of(cell(section), cell(item), cell(all)), cells.limit(columns))
                        .collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /// Quoted; what a spreadsheet would take for a formula is made text. Editors and critics write
    /// the words.
    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        String harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return value instanceof Integer ? text : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
