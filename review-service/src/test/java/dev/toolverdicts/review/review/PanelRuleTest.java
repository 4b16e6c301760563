package dev.toolverdicts.review.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelRuleTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, PENDING",
        "1, 0, PENDING",
        "3, 0, PENDING",
        "0, 3, PENDING",
        "1, 2, PENDING",
        "4, 0, SHIP",
        "3, 1, SHIP",
        "2, 2, MIXED",
        "1, 3, SKIP",
        "0, 4, SKIP",
        "3, 2, SHIP",
        "2, 3, SKIP",
        "3, 3, MIXED",
        "4, 3, SHIP",
        "3, 4, SKIP",
        "7, 0, SHIP",
        "0, 7, SKIP"
    })
    void theVerdictFollowsTheMajorityFromTheQuorumOn(int ships, int skips, PanelVerdict verdict) {
        assertThat(PanelRule.verdict(ships, skips)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0", "1, 0, 100", "1, 1, 50", "3, 1, 75", "4, 0, 100", "1, 2, 33", "2, 1, 67",
        "1, 7, 13", "3, 5, 38", "5, 3, 63", "7, 1, 88", "1, 199, 1", "1, 200, 0", "4, 3, 57"
    })
    void theShareIsRoundedHalfUp(int ships, int skips, int pct) {
        assertThat(PanelRule.pct(ships, skips)).isEqualTo(pct);
    }

    @Test
    void withoutReviewsThereIsNoShare() {
        assertThat(PanelRule.pct(0, 0)).isNull();
    }
}
