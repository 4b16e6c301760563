package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.messaging.LogPositionRepository.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;

/// Reads a listener's topics once more and hands them to the same listener, under positions of its own,
/// never past the place the live consumer has reached: so both can be compared at one place.
///
/// Belongs to one thread, on which the inbox finds the consumer and what it believes.
final class ShadowReader implements AutoCloseable {

    private static final String SUFFIX = "~rebuild";

    private final String live;
    private final BorrowedListener listener;
    private final Consumer<String, byte[]> consumer;
    private final Assignments assignments;
    private final Map<TopicPartition, Long> believed = new HashMap<>();

    ShadowReader(
            MessageListenerContainer container,
            ConsumerFactory<String, byte[]> consumers,
            Assignments assignments,
            List<Stored> positions) {
        live = String.valueOf(container.getGroupId());
        listener = new BorrowedListener(container);
        this.assignments = assignments;
        consumer = consumers.createConsumer(
                shadow(live),
                "rebuild",
                null,
                container.getContainerProperties().getKafkaConsumerProperties());
        seek(positions);
    }

    static String shadow(String consumer) {
        return consumer + SUFFIX;
    }

    static boolean isShadow(String consumer) {
        return consumer.endsWith(SUFFIX);
    }

    static String live(String consumer) {
        return isShadow(consumer) ? consumer.substring(0, consumer.length() - SUFFIX.length()) : consumer;
    }

    /// Goes on from where the shadow's tables are.
    void seek(List<Stored> positions) {
        Map<TopicPartition, Long> mine = of(shadow(live), positions);
        if (mine.isEmpty()) {
            throw new RebuildSuperseded();
        }
        believed.clear();
        believed.putAll(mine);
        consumer.assign(mine.keySet());
        mine.forEach(consumer::seek);
    }

    /// How many offsets lie between here and the live consumer.
    long behind(List<Stored> positions) {
        return of(live, positions).entrySet().stream()
                .mapToLong(limit -> Math.max(0, limit.getValue() - place(limit.getKey())))
                .sum();
    }

    /// Whether the live consumer has gone back behind what this one has applied.
    boolean isAhead(List<Stored> positions) {
        Map<TopicPartition, Long> limits = of(live, positions);
        return believed.entrySet().stream()
                .anyMatch(mine -> limits.containsKey(mine.getKey()) && limits.get(mine.getKey()) < mine.getValue());
    }

    /// Applies what comes within a time, up to the live consumer's positions. Called in the
    /// shadow's transaction.
    ///
    /// @return how many records were applied
    int read(List<Stored> positions, Duration within) {
        List<ConsumerRecord<String, byte[]>> due = poll(of(live, positions), within);
        if (!due.isEmpty()) {
            assignments.hold(consumer, believed);
            listener.call(shadow(live), due, consumer);
        }
        return due.size();
    }

    private List<ConsumerRecord<String, byte[]>> poll(Map<TopicPartition, Long> limits, Duration within) {
        Set<TopicPartition> open = believed.keySet().stream()
                .filter(at -> place(at) < limits.getOrDefault(at, 0L))
                .collect(Collectors.toSet());
        if (open.isEmpty()) {
            return List.of();
        }
        consumer.pause(consumer.assignment());
        consumer.resume(open);
        ConsumerRecords<String, byte[]> polled = consumer.poll(within);
        var due = new ArrayList<ConsumerRecord<String, byte[]>>(polled.count());
        for (TopicPartition at : polled.partitions()) {
            for (ConsumerRecord<String, byte[]> received : polled.records(at)) {
                if (received.offset() >= limits.getOrDefault(at, 0L)) {
                    consumer.seek(at, received.offset());
                    break;
                }
                due.add(received);
            }
        }
        return due;
    }

    // Past gaps and markers, which the stored position does not step over.
    private long place(TopicPartition at) {
        return consumer.position(at);
    }

    private static Map<TopicPartition, Long> of(String consumer, List<Stored> positions) {
        return positions.stream()
                .filter(stored -> stored.consumer().equals(consumer))
                .collect(Collectors.toMap(Stored::at, Stored::nextOffset));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
