package dev.toolverdicts.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WrongPasswordsTest {

    private static final String HERE = "192.0.2.1 editor";

    private Instant now = Instant.parse("2026-11-29T12:00:00Z");
    private final WrongPasswords wrong = new WrongPasswords(() -> now);

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(wrong.mustWait(HERE)).isZero();
        }
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    @Test
    void theFifthWrongOneIsTheLastForAWhile() {
        guess(5);

        assertThat(wrong.mustWait(HERE)).hasSeconds(30);
        later(Duration.ofSeconds(10));
        assertThat(wrong.mustWait(HERE)).as("asking makes it no longer").hasSeconds(20);
        later(Duration.ofSeconds(20));
        assertThat(wrong.mustWait(HERE)).isZero();
    }

    @Test
    void theWaitGrowsToFiveMinutesAndNoFurther() {
        guess(5);

        for (int seconds : new int[] {30, 60, 120, 240, 300, 300}) {
            assertThat(wrong.mustWait(HERE)).hasSeconds(seconds);
            later(Duration.ofSeconds(seconds));
            guess(1);
        }
    }

    @Test
    void nobodyElseWaits() {
        guess(5);

        assertThat(wrong.mustWait("192.0.2.2 editor")).isZero();
        assertThat(wrong.mustWait("192.0.2.1 moderator")).isZero();
    }

    @Test
    void theRightOneEndsTheCount() {
        guess(4);
        wrong.right(HERE);

        guess(5);
    }

    @Test
    void afterAQuarterOfAnHourWithoutOneAllIsForgotten() {
        guess(4);
        later(Duration.ofMinutes(15).plusSeconds(1));

        guess(4);
    }

    @Test
    void whatIsKeptHasAnEnd() {
        guess(5);
        for (int i = 0; i < 10_000; i++) {
            assertThat(wrong.mustWait("192.0.2.3 name" + i)).isZero();
        }

        assertThat(wrong.mustWait(HERE)).as("the oldest made room").isZero();
    }
}
