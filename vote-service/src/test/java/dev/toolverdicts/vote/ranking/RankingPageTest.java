package dev.toolverdicts.vote.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingPageTest {

    /// No value of the standard settings is left.
    private static final RankingSettings OTHER = new RankingSettings(
            1.28,
            1.57,
            0.35,
            Duration.ofHours(6),
            9,
            33,
            77,
            555,
            Duration.ofSeconds(45),
            Duration.ofMinutes(3),
            Duration.ofMinutes(11),
            Duration.ofMinutes(2),
            Duration.ofMinutes(27),
            2.5);

    private static RankingRules rules(RankingSettings settings) {
        return RankingRules.of(settings, RankingPage.changes());
    }

    private static String page(RankingSettings settings) {
        return new RankingPage(settings, rules(settings), "https://example.org/how-ranking-works").html();
    }

    @Test
    void everySettingIsPrintedAsItIs() {
        assertThat(page(Rules.STANDARD))
                .doesNotContain("{{")
                .contains("z = 1.96", "<sup>1.8</sup>", "multiplied by 0.5", "younger than 4 hours")
                .contains("last 7 days", "needs 20 votes", "show 100 places", "Places: 1000 at most")
                .contains("every 30 seconds", "after 1 minute even", "closed 1 minute after", "15 minutes after it")
                .contains("times it has met it: 1.");
        assertThat(page(OTHER))
                .contains("z = 1.28", "<sup>1.57</sup>", "multiplied by 0.35", "younger than 6 hours")
                .contains("last 9 days", "needs 33 votes", "show 77 places", "Places: 555 at most")
                .contains("every 45 seconds", "after 3 minutes even", "closed 2 minutes after", "27 minutes after it")
                .contains("times it has met it: 2.5.");
    }

    @Test
    void itStandsInTheSitesFrameAndIsToBeFound() {
        assertThat(page(Rules.STANDARD))
                .contains("<title>How ranking works · Tool Verdicts</title>")
                .contains("<link rel=\"canonical\" href=\"https://example.org/how-ranking-works\">")
                .contains("<meta name=\"description\" content=\"Every formula")
                .contains("<a href=\"/my-votes\">My votes</a>")
                .contains("action=\"/newsletter/subscribe\"", "value=\"page:how-ranking-works\"")
                .doesNotContain("noindex")
                .containsOnlyOnce("<main");
    }

    @Test
    void everyParameterIsListedOnThePageWithItsValue() {
        for (RankingSettings settings : List.of(Rules.STANDARD, OTHER)) {
            String page = page(settings);
            assertThat(rules(settings).parameters())
                    .hasSize(13)
                    .allSatisfy(parameter ->
                            assertThat(parameter.value().toString()).doesNotContain("E"))
                    .allSatisfy(parameter -> assertThat(page)
                            .contains("<dt>" + parameter.counted() + "</dt><dd>" + parameter.meaning() + "</dd>"));
        }
    }

    /// The same record makes the page and the places: with another one both are others.
    @Test
    void pageAndCodeChangeTogether() {
        assertThat(page(Rules.STANDARD)).contains("<dt>9 of 10</dt><dd>at least 59.6%, at most 98.2%");
        Wilson other = Wilson.of(9, 10, OTHER.z());
        assertThat(other).isNotEqualTo(Wilson.of(9, 10, Rules.STANDARD.z()));
        assertThat(page(OTHER)).contains("<dt>9 of 10</dt><dd>at least %.1f%%".formatted(100 * other.low()));

        assertThat(page(Rules.STANDARD)).contains("<dt>100 ahead</dt><dd>after 24 hours: 0.2810");
        double score = new Trending(OTHER).score(100, 0, Duration.ofHours(24), false);
        assertThat(page(OTHER)).contains("<dt>100 ahead</dt><dd>after 24 hours: %.4f".formatted(score));

        BradleyTerry.Strength one = BradleyTerry.of(
                        2, List.of(new BradleyTerry.Meeting(0, 1, 60, 40)), OTHER.duelPrior())
                .getFirst();
        var strength = new BradleyTerry.Strength(2 * one.value(), 2 * one.error());
        assertThat(page(OTHER))
                .contains("<dt>60 of 100</dt><dd>%.1f%%, likely %.1f%% to %.1f%%"
                        .formatted(
                                100 * strength.share(), 100 * strength.low(OTHER.z()), 100 * strength.high(OTHER.z())));

        List<Contender> many = new ArrayList<>();
        for (int tool = 0; tool < 120; tool++) {
            many.add(Contenders.of(tool, 5 + tool, 1));
        }
        assertThat(new Board(OTHER).best(many, Map.of()).rows()).hasSize(77);
    }

    @Test
    void theLogIsDatedAndTheLatestComesFirst() {
        List<RankingRules.Change> changes = RankingPage.changes();
        assertThat(changes).isSortedAccordingTo((one, other) -> other.date().compareTo(one.date()));
        assertThat(changes.getLast().date()).isEqualTo(LocalDate.parse("2026-11-24"));
        assertThat(page(Rules.STANDARD)).contains("<time datetime=\"2026-11-24\">");
    }

    @Test
    void thresholdsOfFraudRulesAreNotTold() {
        assertThat(rules(Rules.STANDARD).ruleFamilies())
                .extracting(RankingRules.RuleFamily::watches)
                .noneMatch(text -> text.matches(".*\\d.*"));
    }
}
