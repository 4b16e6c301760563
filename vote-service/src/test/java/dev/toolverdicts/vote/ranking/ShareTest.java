package dev.toolverdicts.vote.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    @ParameterizedTest
    @CsvSource({"0, 5, 0", "3, 4, 75", "1, 8, 13", "1, 3, 33", "2, 3, 67", "1, 200, 1", "1, 201, 0", "7, 7, 100"})
    void halfAPercentRoundsUp(long ships, long votes, int pct) {
        assertThat(Share.pct(ships, votes)).isEqualTo(pct);
    }
}
