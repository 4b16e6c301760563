package dev.toolverdicts.platform.messaging;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Applies a poll batch exactly once: what the handler writes, the dead letters and the new positions are one database
/// transaction. A batch that another consumer has already applied changes nothing and is read again from the stored
/// position.
///
/// A record that cannot be decoded, or that the handler or PostgreSQL refuses for its content
/// ([IllegalArgumentException],
/// SQLSTATE classes 22 and 23), becomes a dead letter; all others of its batch are applied. Any other failure is
/// thrown,
/// and the container tries the batch again for ever.
public final class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final Comparator<TopicPartition> ONE_ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final TransactionTemplate transactions;
    private final LogPositionRepository positions;
    private final DeadLetterRepository deadLetters;
    private final Assignments assignments;
    private final EventCodec codec;

    Inbox(
            TransactionTemplate transactions,
            LogPositionRepository positions,
            DeadLetterRepository deadLetters,
            Assignments assignments,
            EventCodec codec) {
        this.transactions = transactions;
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.assignments = assignments;
        this.codec = codec;
    }

    private record Unreadable(ConsumerRecord<String, byte[]> received, String reason) {}

    private record Readable<T>(ConsumerRecord<String, byte[]> received, Received<T> event) {}

    /// Applies the records of one poll. Called on the consumer's thread, from a batch listener.
    ///
    /// @param apply gets the readable events in partition order inside the transaction; must be repeatable,
    ///     because a failed batch is applied again
    public <T> void receive(
            List<ConsumerRecord<String, byte[]>> records, Class<T> type, Consumer<List<Received<T>>> apply) {
        String consumer = Objects.requireNonNull(KafkaUtils.getConsumerGroupId(), "not on a listener's thread");
        var readable = new ArrayList<Readable<T>>(records.size());
        var unreadable = new ArrayList<Unreadable>();
        Map<TopicPartition, Long> ends = new TreeMap<>(ONE_ORDER);
        for (ConsumerRecord<String, byte[]> received : records) {
            ends.put(new TopicPartition(received.topic(), received.partition()), received.offset() + 1);
            try {
                readable.add(new Readable<>(received, received(received, codec.decode(received, type))));
            } catch (UndecodableEvent e) {
                unreadable.add(new Unreadable(received, reason(e)));
            }
        }
        boolean moved;
        try {
            moved = inTransaction(consumer, ends, unreadable, _ -> {
                if (!readable.isEmpty()) {
                    apply.accept(readable.stream().map(Readable::event).toList());
                }
            });
        } catch (RuntimeException e) {
            if (!isContentFailure(e)) {
                throw e;
            }
            log.info("batch refused for its content, applying one by one consumer={} cause={}", consumer, reason(e));
            moved = inTransaction(consumer, ends, unreadable, status -> oneByOne(consumer, readable, apply, status));
        }
        if (moved) {
            assignments.advanced(ends);
        } else {
            log.info("batch was applied elsewhere, reading again consumer={} partitions={}", consumer, ends.keySet());
            assignments.rewind(ends.keySet());
        }
    }

    private boolean inTransaction(
            String consumer,
            Map<TopicPartition, Long> ends,
            List<Unreadable> unreadable,
            Consumer<TransactionStatus> work) {
        Boolean moved = transactions.execute(status -> {
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                if (!advance(consumer, end.getKey(), end.getValue())) {
                    status.setRollbackOnly();
                    return false;
                }
            }
            unreadable.forEach(letter -> deadLetters.add(consumer, letter.received(), letter.reason()));
            work.accept(status);
            return true;
        });
        return Boolean.TRUE.equals(moved);
    }

    private boolean advance(String consumer, TopicPartition at, long next) {
        Long believed = assignments.believed(at);
        return believed != null && positions.advance(consumer, at, assignments.logId(at.topic()), believed, next);
    }

    private <T> void oneByOne(
            String consumer, List<Readable<T>> readable, Consumer<List<Received<T>>> apply, TransactionStatus status) {
        for (Readable<T> each : readable) {
            Object savepoint = status.createSavepoint();
            try {
                apply.accept(List.of(each.event()));
            } catch (RuntimeException e) {
                if (!isContentFailure(e)) {
                    throw e;
                }
                status.rollbackToSavepoint(savepoint);
                deadLetters.add(consumer, each.received(), reason(e));
            }
            status.releaseSavepoint(savepoint);
        }
    }

    private static <T> Received<T> received(ConsumerRecord<String, byte[]> from, T data) {
        return new Received<>(
                from.topic(),
                from.partition(),
                from.offset(),
                from.key(),
                java.time.Instant.ofEpochMilli(from.timestamp()),
                data);
    }

    static boolean isContentFailure(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
            }
        }
        return false;
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = failure.getCause() == null ? root.toString() : failure.getMessage() + ": " + root.getMessage();
        return text.replace('\0', ' ').lines().findFirst().orElse("unknown");
    }
}
