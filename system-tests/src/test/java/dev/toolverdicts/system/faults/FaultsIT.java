package dev.toolverdicts.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Promises G1 and G2: votes survive every process. `-Dfaults.rounds=3` kills each of them three times,
/// `-Dfaults.seed=N` repeats a run's choices and order of kills; the long run is `system-tests/faults`.
@Order(Integer.MAX_VALUE)
class FaultsIT {

    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void everyAcknowledgedChoiceStandsWhateverIsKilled() {
        try (Wires wires = Wires.laid()) {
            Played played = Played.of(
                    "random kills", new RandomKills(Integer.getInteger("faults.rounds", 1), 2, false), wires, SEED);

            System.out.println("FaultsIT: " + played.words());
            assertThat(played.violations()).as("seed %d", SEED).isEmpty();
        }
    }
}
