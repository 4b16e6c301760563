package dev.toolverdicts.catalog.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.comparison.Comparison.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTableTest {

    private final Cards a = Cards.named("Alpha");
    private final Cards b = Cards.named("Beta");

    private static Row row(String label, Cards left, Cards right) {
        return DecisionTable.of(List.of(left.card(), right.card())).stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, Ship · 3 ship / 1 skip · 4 of 7 critics",
        "2, 2, Mixed · 2 ship / 2 skip · 4 of 7 critics",
        "1, 6, Skip · 1 ship / 6 skip · 7 of 7 critics",
        "3, 0, Pending · 3 ship / 0 skip · 3 of 7 critics",
        "0, 0, Pending · 0 ship / 0 skip · 0 of 7 critics"
    })
    void thePanelSaysHowManyHaveSpoken(int ships, int skips, String words) {
        assertThat(row("Panel verdict", a.panel(ships, skips), b).values().getFirst())
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1 ship / 0 skip",
        "2, 1, 2 ship / 1 skip",
        "3, 1, 3 ship / 1 skip",
        "3, 2, 3 of 5 ship · 60%",
        "4, 1, 4 of 5 ship · 80%",
        "9, 3, 9 of 12 ship · 75%"
    })
    void underFiveVotesThereAreCountsAndNoShare(int ships, int skips, String words) {
        assertThat(row("Community", a.votes(ships, skips, 0.1, 0.9), b).values())
                .containsExactly(words, "No community votes yet");
    }

    @Test
    void rowsKnowWhetherTheirValuesAreEqual() {
        assertThat(row("Category", a, b).equal()).isTrue();
        assertThat(row("Pricing", a, b).equal()).isFalse();
        assertThat(row("Best for", a, b)).isEqualTo(new Row("Best for", List.of("—", "—"), true));
        assertThat(row("Best for", a.bestFor("Teams"), b)).isEqualTo(new Row("Best for", List.of("Teams", "—"), false));
        assertThat(row("Not for", a, b)).isEqualTo(new Row("Not for", List.of("—", "—"), true));
        assertThat(row("License", a, b).values()).containsOnly("MIT · open source");
        assertThat(row("Status", a, b).values()).containsOnly("Active");
    }

    @Test
    void ofManyToolsOneThatDiffersIsEnough() {
        List<Row> rows = DecisionTable.of(List.of(
                a.bestFor("Teams").card(),
                b.bestFor("Teams").card(),
                Cards.named("Gamma").card()));

        assertThat(rows).allSatisfy(row -> assertThat(row.values()).hasSize(3));
        assertThat(rows).filteredOn(Row::equal).extracting(Row::label).doesNotContain("Best for", "Pricing");
        assertThat(rows).extracting(Row::label).containsSubsequence("License", "Status", "Best for", "Not for");
    }
}
