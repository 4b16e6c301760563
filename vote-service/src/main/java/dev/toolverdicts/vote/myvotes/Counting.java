package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.counted.VoteLogEnd;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Waits for votes to be counted.
final class Counting {

    private static final Duration ASK_EVERY = Duration.ofMillis(50);

    private final VoteLogEnd end;
    private final Scheduler scheduler;

    Counting(VoteLogEnd end, Scheduler scheduler) {
        this.end = end;
        this.scheduler = scheduler;
    }

    /// @return whether all that is in the log now was counted in time; false too when the log does not say what it
    /// holds
    Mono<Boolean> await(Duration atMost) {
        return Mono.fromCallable(end::now)
                .subscribeOn(scheduler)
                .flatMap(ends -> await(ends, atMost))
                .onErrorReturn(KafkaException.class, false);
    }

    /// @param ends by partition, the first offset that need not be counted
    Mono<Boolean> await(Map<Integer, Long> ends, Duration atMost) {
        long asks = Math.max(1, atMost.dividedBy(ASK_EVERY));
        return Mono.fromCallable(() -> end.isCounted(ends))
                .subscribeOn(scheduler)
                .filter(reached -> reached)
                .repeatWhenEmpty(again -> again.take(asks).delayElements(ASK_EVERY))
                .defaultIfEmpty(false);
    }
}
