package dev.toolverdicts.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger();

    @Test
    void hitsAreCountedByProcessAndByMoment() {
        ledger.hit(List.of("kafka", "gateway"), 1_000);
        ledger.hit(List.of("kafka"), 2_500);

        assertThat(ledger.hits()).isEqualTo(Map.of("kafka", 2, "gateway", 1));
        assertThat(ledger.times()).isEqualTo(2);
    }

    @Test
    void theFewestVotesAreThoseOfAnyPauseTheFirstAndTheLastToo() {
        ledger.hit(List.of("kafka"), 1_200);
        ledger.hit(List.of("kafka"), 3_000);
        assertThat(ledger.fewest()).isEqualTo(1_200);

        ledger.end(3_900);
        assertThat(ledger.fewest()).isEqualTo(900);
        assertThat(ledger.acknowledged()).isEqualTo(3_900);
    }

    @Test
    void withoutAHitThereIsNoPause() {
        ledger.end(500);

        assertThat(ledger.fewest()).isZero();
    }
}
