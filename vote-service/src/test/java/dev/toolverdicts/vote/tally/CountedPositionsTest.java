package dev.toolverdicts.vote.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class CountedPositionsTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final Scheduler scheduler = Schedulers.newBoundedElastic(1, 100, "test");
    private final Map<Integer, Long> next = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountedPositions positions = new CountedPositions(this::ask, scheduler);

    private Map<Integer, Long> ask() {
        if (asked.incrementAndGet() == 1) {
            throw new QueryTimeoutException("the first time the database is away");
        }
        return next;
    }

    @AfterEach
    void dispose() {
        scheduler.dispose();
    }

    @Test
    void whoWaitsIsToldWhenTheirPlaceIsCounted() {
        next.put(3, 10L);
        Mono<Boolean> counted = positions.await(3, 10, LONG);
        StepVerifier.create(counted)
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(400))
                .then(() -> next.put(3, 11L))
                .expectNext(true)
                .verifyComplete();
        assertThat(asked).hasValueGreaterThan(1);
    }

    @Test
    void whoWaitsTooLongIsToldSo() {
        StepVerifier.create(positions.await(3, 10, Duration.ofMillis(100)))
                .expectNext(false)
                .verifyComplete();
    }

    @Test
    void manyWaitOnOneQuestion() {
        next.put(0, 1_000L);
        StepVerifier.create(Flux.range(0, 2_000).flatMap(i -> positions.await(0, i % 1_000, LONG), 2_000))
                .thenConsumeWhile(answer -> answer)
                .verifyComplete();
        assertThat(asked).hasValueLessThan(100);
    }

    @Test
    void nobodyWaitingMeansNobodyAsking() {
        next.put(0, 5L);
        assertThat(positions.await(0, 1, LONG).block()).isTrue();
        int now = asked.get();
        StepVerifier.create(Mono.delay(Duration.ofMillis(200)))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(asked).hasValueLessThanOrEqualTo(now + 1);
    }
}
