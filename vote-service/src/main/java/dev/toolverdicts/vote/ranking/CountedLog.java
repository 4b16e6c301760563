package dev.toolverdicts.vote.ranking;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/// How far what boards are made of is counted: votes and the rulings on them.
final class CountedLog {

    private static final Logger log = LoggerFactory.getLogger(CountedLog.class);
    private static final List<String> TOPICS = List.of("vote.cast.v1", "vote.ruling.v1");
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int POLLS = 4;

    private final StandingQueries queries;
    private final ConsumerFactory<String, byte[]> consumers;
    private @Nullable Map<TopicPartition, Long> first;
    private boolean caughtUp;

    CountedLog(StandingQueries queries, ConsumerFactory<String, byte[]> consumers) {
        this.queries = queries;
        this.consumers = consumers;
    }

    /// Whether the counter stands at the end. False too when the log does not say where that is.
    boolean isComplete() {
        return asked(consumer -> isCounted(consumer, ends(consumer)));
    }

    /// Whether the counter has come to where the end was when this was asked first: what was accepted while nobody
    /// counted, or everything in a new database, is counted by then.
    boolean hasCaughtUp() {
        caughtUp = caughtUp || asked(this::isPastTheFirstEnd);
        return caughtUp;
    }

    private boolean isPastTheFirstEnd(Consumer<String, byte[]> consumer) {
        Map<TopicPartition, Long> ends = first == null ? ends(consumer) : first;
        first = ends;
        return isCounted(consumer, ends);
    }

    private interface Question {
        boolean ask(Consumer<String, byte[]> consumer);
    }

    private boolean asked(Question question) {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "leaderboard-close", null)) {
            return question.ask(consumer);
        } catch (KafkaException e) {
            log.warn("the end of the vote log is not known cause={}", e.toString());
            return false;
        }
    }

    private static Map<TopicPartition, Long> ends(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        return consumer.endOffsets(partitions);
    }

    /// Rulings come in transactions, whose ends have places in the log too. A counter never stands behind the last of
    /// them: whether there is anything before the end that is not counted, only reading on can tell.
    private boolean isCounted(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        consumer.assign(ends.keySet());
        Map<TopicPartition, Long> counted = counted(consumer, ends);
        counted.entrySet().removeIf(at -> at.getValue() >= ends.getOrDefault(at.getKey(), 0L));
        consumer.assign(counted.keySet());
        counted.forEach(consumer::seek);
        for (int polls = 0; polls < POLLS && !counted.isEmpty(); polls++) {
            if (!consumer.poll(POLL).isEmpty()) {
                return false;
            }
            counted.keySet().removeIf(at -> consumer.position(at) >= ends.getOrDefault(at, 0L));
        }
        return counted.isEmpty();
    }

    private Map<TopicPartition, Long> counted(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        var counted = new HashMap<>(consumer.beginningOffsets(ends.keySet()));
        TOPICS.forEach(topic -> queries.countedUpTo(topic)
                .forEach((partition, next) -> counted.merge(new TopicPartition(topic, partition), next, Math::max)));
        return counted;
    }
}
