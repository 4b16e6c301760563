package dev.toolverdicts.review.knowntool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ToolArrivalsTest {

    private final ToolArrivals arrivals = new ToolArrivals();

    @Test
    void whatArrivedAfterTheCountIsNotMissed() {
        long seen = arrivals.count();
        arrivals.ring();
        long start = System.nanoTime();
        arrivals.awaitAbove(seen, Duration.ofSeconds(30));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aWaiterIsWoken() throws Exception {
        long seen = arrivals.count();
        CompletableFuture<Void> waiter =
                CompletableFuture.runAsync(() -> arrivals.awaitAbove(seen, Duration.ofSeconds(30)));
        arrivals.ring();
        waiter.get(5, TimeUnit.SECONDS);

        assertThat(arrivals.count()).isEqualTo(seen + 1);
    }

    @Test
    void nobodyWaitsForEver() {
        long start = System.nanoTime();
        arrivals.awaitAbove(arrivals.count(), Duration.ofMillis(50));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }
}
