package dev.toolverdicts.platform.shortway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class UnderWayTest {

    private final UnderWay underWay = new UnderWay();

    @Test
    void whatStopsTakesNothingMore() {
        underWay.stop();

        assertThat(underWay.begin()).isFalse();
        assertThat(underWay.isRunning()).isFalse();

        underWay.start();
        assertThat(underWay.begin()).isTrue();
    }

    @Test
    void aStopWaitsForWhatIsUnderWay() {
        assertThat(underWay.begin()).isTrue();
        Thread stopping = Thread.ofVirtual().start(underWay::stop);

        await().until(() -> !underWay.isRunning());
        assertThat(stopping.isAlive()).isTrue();
        underWay.end();

        await().until(() -> !stopping.isAlive());
    }

    @Test
    void whoComesTooLateIsNotWaitedFor() {
        underWay.stop();
        assertThat(underWay.begin()).isFalse();

        long before = System.nanoTime();
        underWay.stop();

        assertThat(System.nanoTime() - before)
                .as("who waits does so for four seconds")
                .isLessThan(3_000_000_000L);
    }
}
