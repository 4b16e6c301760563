package dev.toolverdicts.vote.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

    private static final double Z = Rules.STANDARD.z();

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.2065, 1.0000",
        "2, 2, 0.3424, 1.0000",
        "2, 4, 0.1500, 0.8500",
        "3, 4, 0.3006, 0.9544",
        "4, 4, 0.5101, 1.0000",
        "7, 7, 0.6457, 1.0000",
        "0, 5, 0.0000, 0.4345",
        "5, 7, 0.3589, 0.9178",
        "9, 10, 0.5958, 0.9821",
        "10, 10, 0.7225, 1.0000",
        "60, 100, 0.5020, 0.6906",
        "100, 101, 0.9460, 0.9983",
        "600, 1000, 0.5693, 0.6299",
        "5500, 10000, 0.5402, 0.5597",
    })
    void theGlossarysVectorsHoldToFourDecimals(long ships, long votes, double low, double high) {
        assertThat(Wilson.of(ships, votes, Z)).isEqualTo(new Wilson(low, high));
    }

    @Test
    void moreEvidenceRanksAboveABetterShareOfFewer() {
        assertThat(Wilson.of(100, 101, Z).low())
                .isGreaterThan(Wilson.of(2, 2, Z).low());
        assertThat(Wilson.of(600, 1000, Z).low())
                .isGreaterThan(Wilson.of(5500, 10000, Z).low());
        assertThat(Wilson.of(9, 10, Z).low()).isGreaterThan(Wilson.of(4, 4, Z).low());
    }

    @Test
    void noVotesHaveNoInterval() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.of(0, 0, Z));
    }
}
