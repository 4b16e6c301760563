package dev.toolverdicts.catalog.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KeptTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    private int slowly() {
        begun.countDown();
        try {
            assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return made.incrementAndGet();
    }

    @Test
    void theFirstIsMadeOnceHoweverManyAskAtOnce() throws Exception {
        var kept = new Kept<>(this::slowly, clock);
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked =
                    IntStream.range(0, 20).mapToObj(_ -> all.submit(kept::get)).toList();
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            goOn.countDown();
            for (Future<Integer> one : asked) {
                assertThat(one.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void whileOneMakesTheNextOthersGetTheLast() throws Exception {
        var isFirst = new AtomicReference<>(true);
        var kept = new Kept<>(() -> isFirst.getAndSet(false) ? made.incrementAndGet() : slowly(), clock);
        assertThat(kept.get()).isEqualTo(1);
        now.set(NOW.plus(Kept.MINUTE));
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> maker = other.submit(kept::get);
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

            assertThat(kept.get()).isEqualTo(1);

            goOn.countDown();
            assertThat(maker.get()).isEqualTo(2);
        }
        assertThat(kept.get()).isEqualTo(2);
    }
}
