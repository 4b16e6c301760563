package dev.toolverdicts.vote.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.toolverdicts.vote.ranking.BradleyTerry.Meeting;
import dev.toolverdicts.vote.ranking.BradleyTerry.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BradleyTerryTest {

    private static final Offset<Double> CLOSE = within(1e-5);

    private static Strength first(double wins, double losses) {
        return BradleyTerry.of(2, List.of(new Meeting(0, 1, wins, losses)), 1).getFirst();
    }

    /// Computed elsewhere by another algorithm, the minorization of Hunter (2004), and Gaussian elimination.
    @ParameterizedTest
    @CsvSource({
        // wins and losses against the only other tool, strength, its error
        "7, 5, 0.161344, 0.286420",
        "3, 0, 1.170676, 0.869718",
        "1, 0, 0.756308, 0.986953",
        "10, 0, 1.670839, 0.793914",
        "60, 40, 0.201686, 0.101779"
    })
    void twoToolsAreAsStrongAsTheirDuelsSay(double wins, double losses, double value, double error) {
        assertThat(first(wins, losses).value()).isCloseTo(value, CLOSE);
        assertThat(first(wins, losses).error()).isCloseTo(error, CLOSE);
    }

    @Test
    void threeToolsThatMetEachOther() {
        List<Strength> strengths = BradleyTerry.of(
                3, List.of(new Meeting(0, 1, 8, 2), new Meeting(1, 2, 7, 3), new Meeting(0, 2, 9, 1)), 1);

        assertThat(strengths.get(0).value()).isCloseTo(1.126372, CLOSE);
        assertThat(strengths.get(1).value()).isCloseTo(-0.166725, CLOSE);
        assertThat(strengths.get(2).value()).isCloseTo(-0.959647, CLOSE);
        assertThat(strengths.get(0).error()).isCloseTo(0.401418, CLOSE);
        assertThat(strengths.get(1).error()).isCloseTo(0.335043, CLOSE);
        assertThat(strengths.get(0).low(1.96)).isCloseTo(0.5841, within(5e-5));
        assertThat(strengths.get(0).high(1.96)).isCloseTo(0.8714, within(5e-5));
    }

    /// Whom one has beaten counts, not only how often.
    @Test
    void aChainOfWinsRanksToolsThatNeverMet() {
        List<Strength> chain = BradleyTerry.of(
                4, List.of(new Meeting(0, 1, 1, 0), new Meeting(1, 2, 1, 0), new Meeting(2, 3, 1, 0)), 1);

        assertThat(chain).extracting(Strength::value).satisfies(values -> {
            assertThat(values.get(0)).isCloseTo(1.255504, CLOSE);
            assertThat(values.get(1)).isCloseTo(0.302351, CLOSE);
            assertThat(values.get(2)).isCloseTo(-values.get(1), CLOSE);
            assertThat(values.get(3)).isCloseTo(-values.get(0), CLOSE);
        });
        assertThat(chain.get(0).error()).isCloseTo(1.391079, CLOSE);
    }

    /// With nearly no prior the answer is the plain one: who wins 800 of 1,000 is log 4 ahead.
    @Test
    void muchIsSurerThanLittleAndComesNearTheShareOfWins() {
        Strength little =
                BradleyTerry.of(2, List.of(new Meeting(0, 1, 8, 2)), 0.01).getFirst();
        Strength much =
                BradleyTerry.of(2, List.of(new Meeting(0, 1, 800, 200)), 0.01).getFirst();

        assertThat(much.value()).isCloseTo(Math.log(4) / 2, within(1e-4));
        assertThat(much.error()).isCloseTo(1 / Math.sqrt(1_000 * 0.8 * 0.2) / 2, within(1e-4));
        assertThat(little.error()).isGreaterThan(5 * much.error());
    }

    /// Every other point near the answer is less likely: found by trying, whatever found the answer.
    @Test
    void noPointAroundIsMoreLikely() {
        var random = new Random(7);
        for (int run = 0; run < 20; run++) {
            int tools = 2 + random.nextInt(8);
            List<Meeting> meetings = meetings(random, tools);
            double[] at = centred(BradleyTerry.of(tools, meetings, 1));
            double best = likelihoodAtItsBestLevel(at, meetings);
            for (int tool = 0; tool < tools; tool++) {
                for (double step : new double[] {-0.01, 0.01}) {
                    double[] near = at.clone();
                    near[tool] += step;
                    assertThat(likelihoodAtItsBestLevel(near, meetings)).isLessThan(best);
                }
            }
            assertThat(BradleyTerry.of(tools, meetings, 1).stream()
                            .mapToDouble(Strength::value)
                            .sum())
                    .isCloseTo(0, CLOSE);
        }
    }

    private static List<Meeting> meetings(Random random, int tools) {
        List<Meeting> meetings = new ArrayList<>();
        for (int left = 0; left < tools; left++) {
            for (int right = left + 1; right < tools; right++) {
                if (random.nextInt(3) > 0) {
                    meetings.add(new Meeting(left, right, random.nextInt(30), random.nextInt(30) / 2.0));
                }
            }
        }
        return meetings;
    }

    private static double[] centred(List<Strength> strengths) {
        return strengths.stream().mapToDouble(Strength::value).toArray();
    }

    /// Strengths are told from their mean; the prior says where that stands.
    private static double likelihoodAtItsBestLevel(double[] at, List<Meeting> meetings) {
        double low = -5;
        double high = 5;
        for (int step = 0; step < 100; step++) {
            double third = (high - low) / 3;
            if (likelihood(at, low + third, meetings) < likelihood(at, high - third, meetings)) {
                low += third;
            } else {
                high -= third;
            }
        }
        return likelihood(at, low, meetings);
    }

    /// Written down once more, as the formula has it.
    private static double likelihood(double[] at, double level, List<Meeting> meetings) {
        double sum = 0;
        for (double each : at) {
            double chance = chance(each + level);
            sum += 0.5 * Math.log(chance) + 0.5 * Math.log(1 - chance);
        }
        for (Meeting each : meetings) {
            double chance = chance(at[each.left()] - at[each.right()]);
            sum += each.leftWins() * Math.log(chance) + each.rightWins() * Math.log(1 - chance);
        }
        return sum;
    }

    private static double chance(double apart) {
        return 1 / (1 + Math.exp(-apart));
    }

    @Test
    void whoNeverLostIsStrongButNotWithoutEnd() {
        Strength undefeated = first(1_000_000, 0);

        assertThat(undefeated.value()).isBetween(5.0, 20.0);
        assertThat(undefeated.low(1.96)).isGreaterThan(0.5);
        assertThat(undefeated.high(1.96)).isLessThanOrEqualTo(1);
    }

    @Test
    void withoutAPriorThereMayBeNoAnswer() {
        List<Meeting> meetings = List.of(new Meeting(0, 1, 1, 0));

        assertThatThrownBy(() -> BradleyTerry.of(2, meetings, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefused() {
        double[][] flat = {{1, 1}, {1, 1}};

        assertThatThrownBy(() -> Cholesky.of(flat)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Cholesky.of(new double[][] {{4, 2}, {2, 3}}).solve(new double[] {8, 7}))
                .containsExactly(new double[] {1.25, 1.5}, within(1e-12));
    }
}
