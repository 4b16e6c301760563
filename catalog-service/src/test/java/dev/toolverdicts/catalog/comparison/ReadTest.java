package dev.toolverdicts.catalog.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadTest {

    private final Cards a = Cards.named("Alpha");
    private final Cards b = Cards.named("Beta");

    private final Cards c = Cards.named("Gamma");

    private static String read(Cards... tools) {
        return reading(tools).line();
    }

    private static Read reading(Cards... tools) {
        return Read.of(Stream.of(tools).map(Cards::card).toList());
    }

    private static @Nullable String pick(Cards... tools) {
        ToolCard pick = reading(tools).pick();
        return pick == null ? null : pick.name();
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
        // ships and skips of Alpha, those of Beta, who is preferred
        "4, 0, 3, 1, Alpha",
        "3, 1, 4, 0, Beta",
        "4, 0, 4, 0,",
        "0, 7, 0, 4,",
        "6, 1, 5, 2, Alpha",
        "6, 1, 5, 1,",
        "9, 1, 8, 2, Alpha",
        "91, 9, 82, 18,",
        "3, 0, 0, 7,",
        "0, 0, 4, 0,"
    })
    void tenPointsAreAPreferenceAndFewerAreNone(int ships, int skips, int others, int othersSkips, String preferred) {
        assertThat(pick(a.panel(ships, skips), b.panel(others, othersSkips))).isEqualTo(preferred);
    }

    @ParameterizedTest
    @CsvSource({
        // Panel ship of three tools, what is said of it, who is preferred
        "100, 80, 70, 'prefers Alpha, 100% to the next one’s 80%', Alpha",
        "50, 60, 40, 'prefers Beta, 60% to the next one’s 50%', Beta",
        "100, 91, 90, 'is close at the top, Alpha 100%, Beta 91%',",
        "80, 100, 100, 'is close at the top, Beta 100%, Gamma 100%',",
        "80, 80, 80, is level at 80%,"
    })
    void ofMoreThanTwoOneMustBeAheadOfAllOthers(int one, int two, int three, String said, String preferred) {
        Cards[] tools = {a.panel(one, 100 - one), b.panel(two, 100 - two), c.panel(three, 100 - three)};

        assertThat(read(tools))
                .isEqualTo((preferred == null ? "No clear pick: the panel " : "The panel ") + said
                        + "; the community has too few votes to tell; all of them are free to start.");
        assertThat(pick(tools)).isEqualTo(preferred);
    }

    @Test
    void oneOfManyThatIsPendingKeepsThePanelFromAPick() {
        assertThat(read(a.panel(7, 0), b.panel(1, 6), c.panel(2, 0)))
                .startsWith("No clear pick: the panel is still out on Gamma;");
        assertThat(read(a.panel(7, 0), b, c)).startsWith("No clear pick: the panel is still out on Beta and Gamma;");
        assertThat(read(a, b, c)).startsWith("No clear pick: the panel is still out on all of them;");
    }

    @Test
    void ofManyTheCommunityPrefersWhoIsAboveAllOthers() {
        Cards high = a.votes(90, 10, 0.82, 0.95);
        Cards low = b.votes(10, 90, 0.05, 0.18);
        Cards between = c.votes(50, 50, 0.40, 0.60);

        assertThat(read(high, low, between)).contains("; the community prefers Alpha; ");
        assertThat(pick(high, low, between)).isEqualTo("Alpha");
        assertThat(read(high, low, c.votes(85, 15, 0.76, 0.91)))
                .startsWith("No clear pick: ")
                .contains("; the community is not clearly for any of them; ");
        assertThat(read(high, low, c.votes(4, 0, 0.51, 1.0))).contains("; the community has too few votes to tell; ");
    }

    @Test
    void thePickIsThatOfPanelAndCommunityTogether() {
        assertThat(pick(a.panel(4, 0).votes(90, 10, 0.82, 0.95), b.panel(1, 3).votes(10, 90, 0.05, 0.18)))
                .isEqualTo("Alpha");
        assertThat(pick(a.panel(3, 1).votes(90, 10, 0.82, 0.95), b.panel(3, 1).votes(10, 90, 0.05, 0.18)))
                .isEqualTo("Alpha");
        assertThat(pick(a.panel(4, 0).votes(10, 90, 0.05, 0.18), b.panel(1, 3).votes(90, 10, 0.82, 0.95)))
                .isNull();
    }

    @Test
    void theRuleNamesItsMargins() {
        assertThat(Read.RULE).contains("at least 10 points ahead", "at least 5 votes", "there is no clear pick");
    }

    @ParameterizedTest
    @CsvSource({
        "Free, Free, Free, all of them are free to start",
        "Paid, Paid, Paid, all of them cost money to start",
        "Free, Paid, Paid, only Alpha is free to start",
        "Free, Paid, Free, only Alpha and Gamma are free to start",
        "Free, Unknown, Unknown, the entry price is not known for Beta and Gamma",
        "Unknown, Unknown, Unknown, the entry price is not known for any of them"
    })
    void theEntryPriceOfManyEndsTheLineToo(String one, String two, String three, String words) {
        assertThat(read(a.entry(one), b.entry(two), c.entry(three))).endsWith("; " + words + ".");
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

    @Test
    void aPriceThatNobodyHasLookedAtForNinetyDaysIsNotCompared() {
        assertThat(read(a.unseenFor(90), b.entry("Paid"))).endsWith("only Alpha is free to start.");
        assertThat(read(a.unseenFor(91), b.entry("Paid")))
                .endsWith("prices are not compared, as nobody has looked at that of Alpha for 90 days.");
        assertThat(read(a.unseenFor(91), b.unseenFor(91)))
                .endsWith("prices are not compared, as nobody has looked at that of either for 90 days.");
        assertThat(Read.RULE).contains("is not compared when nobody has looked at one for 90 days");
    }
}
