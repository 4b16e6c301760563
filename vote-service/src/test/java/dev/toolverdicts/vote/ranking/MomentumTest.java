package dev.toolverdicts.vote.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.vote.ranking.Momentum.Votes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentumTest {

    private final Momentum momentum = new Momentum(Rules.STANDARD);

    /// Textbook values of the pooled two-proportion test.
    @ParameterizedTest
    @CsvSource({
        "60, 40, 40, 60, 2.83",
        "40, 60, 60, 40, -2.83",
        "50, 50, 500, 500, 0.0",
        "18, 2, 100, 100, 3.42",
        "20, 0, 20, 0, 0.0",
        "0, 20, 0, 900, 0.0",
    })
    void aRiseIsPositiveAndAFallNegative(long ships, long skips, long shipsBefore, long skipsBefore, double z) {
        assertThat(momentum.of(new Votes(ships, skips), new Votes(shipsBefore, skipsBefore)))
                .isEqualTo(z);
    }

    @Test
    void underTwentyVotesOnEitherSideItSaysNothing() {
        assertThat(momentum.of(new Votes(19, 0), new Votes(900, 100))).isNull();
        assertThat(momentum.of(new Votes(900, 100), new Votes(10, 9))).isNull();
        assertThat(momentum.of(new Votes(20, 0), new Votes(10, 10))).isEqualTo(3.65);
    }
}
