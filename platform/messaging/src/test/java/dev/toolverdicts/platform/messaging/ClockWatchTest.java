package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessResourceFailureException;

class ClockWatchTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private Duration databaseAhead = Duration.ZERO;
    private boolean databaseAway;
    private final ClockWatch watch = new ClockWatch(
            () -> {
                if (databaseAway) {
                    throw new DataAccessResourceFailureException("away");
                }
                return NOW.plus(databaseAhead);
            },
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void beforeAnybodyHasLookedNothingIsKnownAndNothingIsWrong() {
        assertThat(watch.aheadSeconds()).isNaN();
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void clocksThatAgreeAreRight() {
        databaseAhead = Duration.ofMillis(1500);
        watch.look();

        assertThat(watch.aheadSeconds()).isEqualTo(-1.5);
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -11, 11, 86_400})
    void aClockThatIsFarOffIsToldUntilItIsSet(long seconds) {
        databaseAhead = Duration.ofSeconds(seconds);
        watch.look();

        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(watch.health().getDetails()).containsEntry("aheadSeconds", (double) -seconds);

        databaseAhead = Duration.ZERO;
        watch.look();
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aDatabaseThatIsAwaySaysNothingAboutTheClock() {
        databaseAhead = Duration.ofHours(1);
        watch.look();
        databaseAway = true;
        watch.look();

        assertThat(watch.aheadSeconds()).isNaN();
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    }
}
