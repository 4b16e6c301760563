package dev.toolverdicts.catalog.comparison;

import static dev.toolverdicts.catalog.comparison.Cards.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.comparison.Comparison.Score;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static final List<String> ORDER = List.of("builder", "skeptic", "futurist", "founder");

    private final Cards a = Cards.named("Alpha");
    private final Cards b = Cards.named("Beta");

    @Test
    void takesAreAlignedByCriticInThePanelsOrder() {
        List<Score> scores = Scorecard.of(
                List.of(
                        a.with(take("skeptic", 40), take("builder", 85)),
                        b.with(take("founder", 60), take("skeptic", 70))),
                ORDER);

        assertThat(scores).extracting(score -> score.critic().key()).containsExactly("builder", "skeptic", "founder");
        assertThat(scores.getFirst().critic().role()).isEqualTo("Role of builder");
        assertThat(scores)
                .extracting(score -> score.takes().stream()
                        .map(opinion -> opinion == null ? null : opinion.score())
                        .toList())
                .containsExactly(Arrays.asList(85, null), List.of(40, 70), Arrays.asList(null, 60));
    }

    @Test
    void theWidestDisagreementIsMarked() {
        List<Score> scores = Scorecard.of(
                List.of(
                        a.with(take("builder", 85), take("skeptic", 20), take("futurist", 90), take("founder", 0)),
                        b.with(take("builder", 80), take("skeptic", 70), take("futurist", 40))),
                ORDER);

        assertThat(scores).extracting(Score::widest).containsExactly(false, true, true, false);
    }

    @Test
    void ofManyToolsTheGapIsFromTheLowestScoreToTheHighest() {
        List<Score> scores = Scorecard.of(
                List.of(
                        a.with(take("builder", 50), take("skeptic", 10), take("founder", 0)),
                        b.with(take("builder", 90), take("futurist", 70)),
                        Cards.named("Gamma").with(take("builder", 40), take("skeptic", 61), take("futurist", 20))),
                ORDER);

        assertThat(scores).extracting(Score::widest).containsExactly(false, true, false, false);
        assertThat(scores).extracting(score -> score.takes().size()).containsOnly(3);
    }

    @Test
    void whereAllAgreeNothingIsMarked() {
        List<Score> scores = Scorecard.of(List.of(a.with(take("builder", 85)), b.with(take("builder", 85))), ORDER);

        assertThat(scores).extracting(Score::widest).containsExactly(false);
    }

    @Test
    void withoutTakesThereAreNoRows() {
        assertThat(Scorecard.of(List.of(a.with(), b.with()), ORDER)).isEmpty();
    }
}
