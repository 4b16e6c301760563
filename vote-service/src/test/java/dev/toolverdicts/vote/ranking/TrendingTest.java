package dev.toolverdicts.vote.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendingTest {

    private final Trending trending = new Trending(Rules.STANDARD);

    @ParameterizedTest
    @CsvSource({
        "10, 0, 2.5846",
        "10, 24, 0.0255",
        "100, 24, 0.2810",
        "2, 1, 0.1384",
        "1, 0, 0.0000",
        "-5, 100, 0.0000",
    })
    void theGlossarysVectorsHoldToFourDecimals(long ahead, long hours, double score) {
        for (long both : new long[] {5, 500}) {
            assertThat(trending.score(both + ahead, both, Duration.ofHours(hours), false))
                    .isCloseTo(score, within(0.00005));
        }
    }

    @Test
    void withoutNewVotesItOnlyFalls() {
        double before = Double.MAX_VALUE;
        for (int minute = 0; minute < 100; minute++) {
            double score = trending.score(9, 2, Duration.ofMinutes(minute), false);
            assertThat(score).isLessThan(before).isPositive();
            before = score;
        }
    }

    @Test
    void moreSkipsThanShipsIsNeverAboveNobody() {
        assertThat(trending.score(3, 40, Duration.ZERO, false)).isZero();
        assertThat(trending.score(0, 0, Duration.ZERO, false)).isZero();
    }

    @Test
    void aBrigadeFlagHalvesIt() {
        double plain = trending.score(30, 1, Duration.ofHours(3), false);
        assertThat(trending.score(30, 1, Duration.ofHours(3), true)).isEqualTo(plain / 2);
    }

    @Test
    void aClockThatIsAheadDoesNotMakeAToolYounger() {
        assertThat(trending.score(10, 0, Duration.ofHours(-1), false))
                .isEqualTo(trending.score(10, 0, Duration.ZERO, false));
    }
}
