package dev.toolverdicts.catalog.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.catalog.card.CardQueries.WithTakes;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison.Basis;
import dev.toolverdicts.catalog.comparison.Comparison.ByWeights;
import dev.toolverdicts.catalog.comparison.Comparison.ByWeights.Standing;
import dev.toolverdicts.catalog.comparison.Comparison.ByWeights.Weight;
import dev.toolverdicts.catalog.comparison.Comparison.Row;
import dev.toolverdicts.platform.web.InvalidInput;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeighingTest {

    private static final List<String> PANEL = List.of("builder", "skeptic", "founder", "teacher", "guardian");
    private static final Cards ALPHA = Cards.named("Alpha");
    private static final Cards BETA = Cards.named("Beta");

    /// Scores under 50 are skips: Alpha 3 of 4, Beta 2 of 4.
    private static final Comparison PLAIN = plain(
            ALPHA.panel(3, 1).with(takes(80, 70, 60, 20)), BETA.panel(2, 2).with(takes(40, 30, 90, 100)));

    private static Take[] takes(int... scores) {
        return IntStream.range(0, scores.length)
                .mapToObj(critic -> Cards.take(PANEL.get(critic), scores[critic]))
                .toArray(Take[]::new);
    }

    private static Comparison plain(WithTakes... sides) {
        List<WithTakes> found = List.of(sides);
        List<ToolCard> tools = found.stream().map(WithTakes::card).toList();
        return new Comparison(
                "alpha-vs-beta",
                tools,
                DecisionTable.of(tools),
                Scorecard.of(found, PANEL),
                Read.of(tools).line(),
                new Basis(null, "The rule.", "How sure."),
                null,
                Instant.parse("2026-11-01T08:30:00Z"),
                "\"1-2\"");
    }

    private static Comparison weighed(Comparison plain, String... weights) {
        return Weighing.of(plain, List.of(weights), PANEL);
    }

    private static ByWeights by(Comparison comparison) {
        return Objects.requireNonNull(comparison.byWeights());
    }

    @Test
    void sharesAndScoresAreComputedByTheWeights() {
        Comparison weighed = weighed(PLAIN, "founder.3", "builder.0", "skeptic.0");

        // Alpha: founder ships 3 of 3 + 1; Beta: founder and teacher all ship.
        assertThat(by(weighed).tools())
                .containsExactly(new Standing("beta", 100, 93, 1), new Standing("alpha", 75, 50, 2));
        assertThat(by(weighed).weights())
                .containsExactly(
                        new Weight("builder", 0),
                        new Weight("skeptic", 0),
                        new Weight("founder", 3),
                        new Weight("teacher", 1),
                        new Weight("guardian", 1));
    }

    @Test
    void everyColumnMovesWithItsTool() {
        Comparison weighed = weighed(PLAIN, "founder.3", "builder.0", "skeptic.0");

        assertThat(weighed.pairKey()).isEqualTo("alpha-vs-beta");
        assertThat(weighed.tools()).extracting(ToolCard::slug).containsExactly("beta", "alpha");
        assertThat(weighed.decision())
                .extracting(Row::label)
                .startsWith("Panel verdict", "By your weights", "Community");
        assertThat(weighed.decision().get(1).values())
                .containsExactly("Place 1 · 100% ship · score 93", "Place 2 · 75% ship · score 50");
        assertThat(weighed.decision().get(3).values()).containsExactly("Price of Beta", "Price of Alpha");
        assertThat(weighed.scorecard())
                .extracting(score -> opinion(score, 0) + "/" + opinion(score, 1))
                .containsExactly("40/80", "30/70", "90/60", "100/20");
        assertThat(weighed.tools().getFirst().panel())
                .isEqualTo(PLAIN.tools().getLast().panel());
    }

    private static int opinion(Comparison.Score score, int column) {
        Comparison.Opinion opinion = score.takes().get(column);
        return opinion == null ? -1 : opinion.score();
    }

    @Test
    void theReadSaysThatItIsByTheReadersWeights() {
        Comparison weighed = weighed(PLAIN, "founder.3", "builder.0", "skeptic.0");

        assertThat(PLAIN.read()).startsWith("The panel prefers Alpha, 75% to 50%;");
        assertThat(weighed.read())
                .isEqualTo("By your weights the panel prefers Beta, 100% to 75%; the community has too few votes to"
                        + " tell; both are free to start.");
        assertThat(weighed.basis().pick()).isEqualTo("beta");
        assertThat(weighed.basis().rule()).startsWith("The rule. Here the panel’s shares are by your weights");
        assertThat(weighed(PLAIN, "teacher.2").read())
                .startsWith("No clear pick: by your weights the panel is level at 60%;");
        assertThat(by(weighed).words()).isEqualTo("The builder 0, The skeptic 0, The founder 3; every other critic 1");
    }

    @Test
    void theTagAndTheAddressTellTheWeightsInOneForm() {
        Comparison one = weighed(PLAIN, "skeptic.0", "builder.2");
        Comparison other = weighed(PLAIN, "builder.2", "skeptic.0", "teacher.1");

        assertThat(one.etag()).isEqualTo("\"1-2-w20111\"").isEqualTo(other.etag());
        assertThat(by(one).query()).isEqualTo("weight=builder.2&weight=skeptic.0");
        assertThat(by(other).query()).isEqualTo(by(one).query());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "builder.1", "builder.2,skeptic.2,founder.2,teacher.2,guardian.2"})
    void equalWeightsChangeNothing(String weights) {
        List<String> given = weights.isEmpty() ? List.of() : List.of(weights.split(",", -1));

        assertThat(Weighing.of(PLAIN, given, PANEL)).isSameAs(PLAIN);
        assertThat(Weighing.of(PLAIN, null, PANEL)).isSameAs(PLAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "builder.4, is no weight",
        "builder.-1, is no weight",
        "builder.1.5, is no weight",
        "builder, is no weight",
        "builder., is no weight",
        "'', is no weight",
        "Builder.2, is no weight",
        "nobody.2, no critic is called “nobody”; there are builder",
        "'builder.2,builder.3', the critic “builder” has more than one weight",
        "'builder.0,skeptic.0,founder.0,teacher.0,guardian.0', 'every critic has the weight 0, so nobody is asked'"
    })
    void whatIsNoWeightIsRefusedByName(String weights, String detail) {
        List<String> given = Stream.of(weights.split(",", -1)).toList();

        assertThatThrownBy(() -> Weighing.of(PLAIN, given, PANEL))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/weight");
                            assertThat(fault.detail()).contains(detail);
                        }));
    }

    @Test
    void weightsMakeNoVerdictOutOfTooFewReviews() {
        Comparison few =
                plain(ALPHA.panel(1, 0).with(takes(100)), BETA.panel(2, 2).with(takes(40, 30, 90, 100)));
        Comparison weighed = weighed(few, "builder.3");

        assertThat(by(weighed).tools())
                .containsExactly(new Standing("beta", 33, 57, 1), new Standing("alpha", 100, 100, null));
        assertThat(weighed.decision().get(1).values().getLast()).isEqualTo("Pending · 100% ship · score 100");
        assertThat(weighed.read()).startsWith("No clear pick: by your weights the panel is still out on Alpha;");
    }

    @Test
    void aToolThatNobodyWithAWeightHasReviewedHasNoShare() {
        Comparison one = plain(
                ALPHA.panel(4, 0).with(takes(80, 80, 80, 80)),
                BETA.panel(4, 0)
                        .with(
                                Cards.take("guardian", 90),
                                Cards.take("skeptic", 90),
                                Cards.take("founder", 90),
                                Cards.take("teacher", 90)));
        Comparison weighed = weighed(one, "skeptic.0", "founder.0", "teacher.0", "guardian.0");

        assertThat(by(weighed).tools())
                .containsExactly(new Standing("alpha", 100, 80, 1), new Standing("beta", null, null, null));
        assertThat(weighed.decision().get(1).values().getLast()).isEqualTo("No take of a critic with a weight");
    }

    @Test
    void toolsWithTheSameFiguresShareAPlaceInTheirUsualOrder() {
        Comparison level = plain(
                ALPHA.panel(4, 0).with(takes(80, 80, 80, 80)), BETA.panel(4, 0).with(takes(80, 80, 80, 80)));

        assertThat(by(weighed(level, "builder.3")).tools())
                .containsExactly(new Standing("alpha", 100, 80, 1), new Standing("beta", 100, 80, 1));
    }

    @Test
    void aMovedAddressTakesItsWeightsAlong() {
        assertThat(WeightParameters.asGiven(List.of("builder.2", "x&y"))).isEqualTo("?weight=builder.2&weight=x%26y");
        assertThat(WeightParameters.asGiven(nothing())).isEmpty();
    }

    private static @Nullable List<String> nothing() {
        return null;
    }
}
