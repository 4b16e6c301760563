package dev.toolverdicts.vote.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TallyStateTest {

    private static TallyState of(long ships, long skips) {
        return TallyState.of(new Tally(new UUID(0, 1), 4, ships, skips, 0, 0, false, Instant.EPOCH), 1.96);
    }

    @Test
    void withoutVotesThereIsNoShare() {
        assertThat(of(0, 0)).satisfies(state -> {
            assertThat(state.pct()).isNull();
            assertThat(state.wilsonLow()).isNull();
            assertThat(state.wilsonHigh()).isNull();
        });
    }

    @Test
    void shareAndIntervalFollowFromTheCounts() {
        assertThat(of(3, 1)).satisfies(state -> {
            assertThat(state.pct()).isEqualTo(75);
            assertThat(state.wilsonLow()).isEqualTo(0.3006);
            assertThat(state.wilsonHigh()).isEqualTo(0.9544);
            assertThat(state.version()).isEqualTo(4);
        });
    }
}
