package dev.toolverdicts.vote.myvotes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Where the log of votes ends, and whether counting has come that far: everything that was accepted before is in the
/// database then.
final class LogEnd {

    private static final String TOPIC = "vote.cast.v1";
    private static final Duration ASK_EVERY = Duration.ofMillis(50);

    private final ConsumerFactory<String, byte[]> consumers;
    private final Supplier<Map<Integer, Long>> counted;
    private final Scheduler scheduler;

    /// @param counted the first offset of each partition that is not counted yet
    LogEnd(ConsumerFactory<String, byte[]> consumers, Supplier<Map<Integer, Long>> counted, Scheduler scheduler) {
        this.consumers = consumers;
        this.counted = counted;
        this.scheduler = scheduler;
    }

    /// @return whether all that is in the log now was counted in time
    Mono<Boolean> awaitCounted(Duration atMost) {
        return Mono.fromCallable(this::now).subscribeOn(scheduler).flatMap(ends -> awaitCounted(ends, atMost));
    }

    /// @param ends the first offset of each partition that need not be counted
    Mono<Boolean> awaitCounted(Map<Integer, Long> ends, Duration atMost) {
        long asks = Math.max(1, atMost.dividedBy(ASK_EVERY));
        return Mono.fromCallable(() -> isCounted(ends))
                .subscribeOn(scheduler)
                .filter(reached -> reached)
                .repeatWhenEmpty(again -> again.take(asks).delayElements(ASK_EVERY))
                .defaultIfEmpty(false);
    }

    private boolean isCounted(Map<Integer, Long> ends) {
        Map<Integer, Long> next = counted.get();
        return ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private Map<Integer, Long> now() {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "vote-log-end", null)) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            return consumer.endOffsets(partitions).entrySet().stream()
                    .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
        }
    }
}
