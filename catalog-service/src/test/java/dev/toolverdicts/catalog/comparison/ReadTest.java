package dev.toolverdicts.catalog.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadTest {

    private final Cards a = Cards.named("Alpha");
    private final Cards b = Cards.named("Beta");

    private static String read(Cards left, Cards right) {
        return Read.of(left.card(), right.card());
    }

    @Test
    void thePanelsPreferenceIsAPick() {
        assertThat(read(a.panel(3, 1), b.panel(4, 0)))
                .isEqualTo("The panel prefers Beta, 100% to 75%; the community has too few votes to tell; "
                        + "both are free to start.");
        assertThat(read(a.panel(7, 0), b.panel(2, 2))).startsWith("The panel prefers Alpha, 100% to 50%;");
    }

    @Test
    void insideTheMarginThereIsNoPick() {
        assertThat(read(a.panel(3, 1), b.panel(3, 1)))
                .startsWith("No clear pick: the panel is level at 75%; the community has too few votes to tell;");
        assertThat(read(a.panel(6, 1), b.panel(5, 1))).startsWith("No clear pick: the panel is close, 86% and 83%;");
    }

    @Test
    void belowTheQuorumThePanelIsStillOut() {
        assertThat(read(a.panel(3, 0), b.panel(0, 7))).startsWith("No clear pick: the panel is still out on Alpha;");
        assertThat(read(a.panel(4, 0), b)).startsWith("No clear pick: the panel is still out on Beta;");
        assertThat(read(a, b)).startsWith("No clear pick: the panel is still out on both;");
    }

    @Test
    void votersDecideWhenTheirIntervalsAreApart() {
        String apart = read(a.votes(90, 10, 0.82, 0.95), b.votes(10, 90, 0.05, 0.18));
        String overlapping = read(a.votes(9, 1, 0.5958, 0.9821), b.votes(5, 2, 0.3589, 0.9178));

        assertThat(apart)
                .isEqualTo("The panel is still out on both; the community prefers Alpha; " + "both are free to start.");
        assertThat(overlapping)
                .startsWith("No clear pick: the panel is still out on both; the community is not clearly for either;");
    }

    @Test
    void underFiveVotesTheCommunitySaysNothing() {
        assertThat(read(a.votes(4, 0, 0.51, 1.0), b.votes(0, 90, 0.0, 0.04)))
                .contains("the community has too few votes to tell");
    }

    @Test
    void aPanelAndACommunityThatDisagreeMakeNoPick() {
        assertThat(read(a.panel(4, 0).votes(10, 90, 0.05, 0.18), b.panel(1, 3).votes(90, 10, 0.82, 0.95)))
                .isEqualTo("No clear pick: the panel prefers Alpha, 100% to 25%; the community prefers Beta; "
                        + "both are free to start.");
    }

    @ParameterizedTest
    @CsvSource({
        "Free, Free, both are free to start",
        "Paid, Paid, both cost money to start",
        "Free, Paid, only Alpha is free to start",
        "Paid, Free, only Beta is free to start",
        "Unknown, Free, the entry price is not known for Alpha",
        "Paid, Unknown, the entry price is not known for Beta",
        "Unknown, Unknown, the entry price is not known for either"
    })
    void theEntryPriceEndsTheLine(String left, String right, String words) {
        assertThat(read(a.entry(left), b.entry(right))).endsWith("; " + words + ".");
    }
}
