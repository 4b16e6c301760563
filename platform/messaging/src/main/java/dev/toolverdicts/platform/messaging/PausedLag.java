package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.messaging.LogPositionRepository.Stored;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.transaction.TransactionException;

/// What waits for a paused consumer. Its client fetches nothing, so it hears of nothing: the log is
/// asked by another one, from the stored positions on, when somebody wants to know and not more than
/// every few seconds.
final class PausedLag {

    private static final Logger log = LoggerFactory.getLogger(PausedLag.class);
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration WITHIN = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Waiting NOTHING = new Waiting(0, OptionalLong.empty());
    private static final Waiting UNKNOWN = new Waiting(Double.NaN, OptionalLong.empty());

    /// @param records NaN while log or database do not say
    /// @param sentAt when the oldest of them was sent, in milliseconds
    record Waiting(double records, OptionalLong sentAt) {}

    private record Look(Waiting found, long at) {}

    private final ConsumerFactory<String, byte[]> consumers;
    private final LogPositionRepository positions;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    PausedLag(ConsumerFactory<String, byte[]> consumers, LogPositionRepository positions) {
        this.consumers = consumers;
        this.positions = positions;
    }

    /// Of the partitions that this copy holds.
    synchronized Waiting of(MessageListenerContainer container) {
        String group = String.valueOf(container.getGroupId());
        Look last = looks.get(group);
        if (last != null && System.nanoTime() - last.at() < FRESH.toNanos()) {
            return last.found();
        }
        Look now = look(group, container.getAssignedPartitions(), last);
        looks.put(group, now);
        return now.found();
    }

    /// The consumer goes on.
    void forget(MessageListenerContainer container) {
        looks.remove(String.valueOf(container.getGroupId()));
    }

    // Without an answer what is known stays, and its age counts on.
    private Look look(String group, @Nullable Collection<TopicPartition> assigned, @Nullable Look last) {
        Waiting found = last == null ? UNKNOWN : last.found();
        try {
            found = read(group, assigned == null ? Set.of() : Set.copyOf(assigned));
        } catch (DataAccessException | TransactionException | KafkaException e) {
            log.debug("not known what waits consumer={}", group, e);
        }
        return new Look(found, System.nanoTime());
    }

    private Waiting read(String group, Set<TopicPartition> mine) {
        Map<TopicPartition, Long> stored = positions.of(List.of(group)).stream()
                .filter(position -> mine.contains(position.at()))
                .collect(Collectors.toMap(Stored::at, Stored::nextOffset));
        if (stored.isEmpty()) {
            return NOTHING;
        }
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "paused-" + group, null, settings())) {
            consumer.assign(stored.keySet());
            stored.forEach((at, next) -> consumer.seek(at, next));
            Map<TopicPartition, Long> ends = consumer.endOffsets(stored.keySet(), WITHIN);
            return waiting(first(consumer, ends), ends);
        }
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.setProperty(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, "65536");
        return settings;
    }

    // Offsets alone do not tell whether anything waits: a transaction's marker has one too, and compaction leaves gaps.
    private static Map<TopicPartition, ConsumerRecord<String, byte[]>> first(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        var first = new HashMap<TopicPartition, ConsumerRecord<String, byte[]>>();
        var open = new HashSet<TopicPartition>(ends.keySet());
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (true) {
            open.removeIf(at -> first.containsKey(at) || consumer.position(at, WITHIN) >= ends.getOrDefault(at, 0L));
            if (open.isEmpty()) {
                return first;
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the log does not say what waits in " + open);
            }
            consumer.pause(
                    ends.keySet().stream().filter(at -> !open.contains(at)).toList());
            consumer.poll(POLL)
                    .forEach(received ->
                            first.putIfAbsent(new TopicPartition(received.topic(), received.partition()), received));
        }
    }

    private static Waiting waiting(
            Map<TopicPartition, ConsumerRecord<String, byte[]>> first, Map<TopicPartition, Long> ends) {
        double records = first.entrySet().stream()
                .mapToLong(each -> Math.max(
                        1,
                        ends.getOrDefault(each.getKey(), 0L) - each.getValue().offset()))
                .asDoubleStream()
                .sum();
        return new Waiting(
                records,
                first.values().stream().mapToLong(ConsumerRecord::timestamp).min());
    }
}
