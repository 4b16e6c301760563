package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.telemetry.Tracing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Applies a poll batch exactly once: what the handler writes, the dead letters and the new positions
/// are one database transaction. A batch that another consumer has already applied changes nothing and
/// is read again from the stored position.
///
/// A record that cannot be decoded, or that the handler or PostgreSQL refuses for its content
/// ([IllegalArgumentException], SQLSTATE classes 22 and 23), becomes a dead letter; all others of its
/// batch are applied. Any other failure is thrown, and the container reads the batch again for ever.
///
/// A record that was set aside before is passed over, or taken as an operator has decided: see
/// [DeadLetters].
public final class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final TransactionTemplate transactions;
    private final LogPositionRepository positions;
    private final DeadLetterRepository deadLetters;
    private final Assignments assignments;
    private final EventCodec codec;
    private final Applying applying;
    private final Pauses pauses;
    private final Tracing tracing;

    Inbox(
            TransactionTemplate transactions,
            LogPositionRepository positions,
            DeadLetterRepository deadLetters,
            Assignments assignments,
            EventCodec codec,
            Applying applying,
            Pauses pauses,
            Tracing tracing) {
        this.transactions = transactions;
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.assignments = assignments;
        this.codec = codec;
        this.applying = applying;
        this.pauses = pauses;
        this.tracing = tracing;
    }

    /// Applies the records of one poll. Called on the consumer's thread, from a batch listener.
    ///
    /// @param apply gets the readable events in partition order inside the transaction; must be
    ///     repeatable, because a failed batch is applied again
    public <T> void receive(
            List<ConsumerRecord<String, byte[]>> records, Class<T> type, Consumer<List<Received<T>>> apply) {
        String consumer = Objects.requireNonNull(KafkaUtils.getConsumerGroupId(), "not on a listener's thread");
        if (Replayer.isReplay(consumer)) {
            replay(records, type, apply);
            return;
        }
        if (pauses.isPaused(consumer)) {
            // Fetched before the container heard of it.
            assignments.rewind(partitions(records));
            return;
        }
        try (var trace = BatchTrace.of(tracing, consumer, records)) {
            try {
                work(consumer, records, type, apply);
            } catch (RuntimeException failure) {
                trace.failed(failure);
                throw failure;
            }
        }
    }

    private <T> void work(
            String consumer,
            List<ConsumerRecord<String, byte[]>> records,
            Class<T> type,
            Consumer<List<Received<T>>> apply) {
        Poll<T> poll = Poll.of(records, codec, type);
        assignments.verify(poll.spans().keySet());
        long began = System.nanoTime();
        poll.spans().forEach((at, span) -> applying.begin(consumer, at, span));
        if (apply(consumer, poll, type, apply)) {
            poll.spans().forEach((at, span) -> assignments.advanced(at, span.next()));
            applying.applied(consumer, poll.spans().values(), Duration.ofNanos(System.nanoTime() - began));
        } else {
            log.info(
                    "batch was applied elsewhere, reading again consumer={} partitions={}",
                    consumer,
                    poll.spans().keySet());
            assignments.rewind(poll.spans().keySet());
        }
        applying.end(consumer, poll.spans().keySet());
    }

    /// What an event says that comes of one record of the batch which this thread applies, where the
    /// record is part of a trace: by the record's key, for [Event#traceparent()]. Events that say
    /// nothing of their own go on in the trace of the last of those records.
    public static Map<String, String> traceparents() {
        return BatchTrace.parents();
    }

    /// One record for an operator, in the operator's transaction: it is in the past, so positions do
    /// not matter, and what is wrong with it is the operator's to hear.
    private <T> void replay(
            List<ConsumerRecord<String, byte[]>> records, Class<T> type, Consumer<List<Received<T>>> apply) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a replay belongs into the transaction that notes it");
        }
        Poll<T> poll = Poll.of(records, codec, type);
        poll.unreadable().stream().findFirst().ifPresent(letter -> {
            throw letter.reason();
        });
        transactions.executeWithoutResult(_ -> apply.accept(poll.events()));
    }

    private static Set<TopicPartition> partitions(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(received -> new TopicPartition(received.topic(), received.partition()))
                .collect(Collectors.toSet());
    }

    private <T> boolean apply(String consumer, Poll<T> poll, Class<T> type, Consumer<List<Received<T>>> apply) {
        try {
            return inTransaction(consumer, poll, type, (read, _) -> {
                if (!read.readable().isEmpty()) {
                    apply.accept(read.events());
                }
            });
        } catch (RuntimeException e) {
            if (!ContentFailure.is(e)) {
                throw e;
            }
            log.info(
                    "batch refused for its content, applying one by one consumer={} cause={}",
                    consumer,
                    ContentFailure.kind(e));
            return inTransaction(consumer, poll, type, (read, status) -> oneByOne(consumer, read, apply, status));
        }
    }

    private <T> boolean inTransaction(
            String consumer, Poll<T> poll, Class<T> type, BiConsumer<Poll<T>, TransactionStatus> work) {
        Boolean moved = transactions.execute(status -> {
            for (Map.Entry<TopicPartition, Poll.Span> span : poll.spans().entrySet()) {
                if (!advance(consumer, span.getKey(), span.getValue())) {
                    status.setRollbackOnly();
                    return false;
                }
            }
            Poll<T> read = withoutSetAside(consumer, poll, type);
            read.unreadable()
                    .forEach(
                            letter -> deadLetters.add(ShadowReader.live(consumer), letter.received(), letter.reason()));
            work.accept(read, status);
            return true;
        });
        return Boolean.TRUE.equals(moved);
    }

    // After the positions and before the tables: everybody takes these locks in one order.
    private <T> Poll<T> withoutSetAside(String consumer, Poll<T> poll, Class<T> type) {
        SetAside setAside = deadLetters.setAside(ShadowReader.live(consumer), poll.spans());
        return setAside.isNothing() ? poll : Poll.of(setAside.outOf(poll.records()), codec, type);
    }

    // Records before the believed position were applied by whoever moved it there. A first record behind it is no
    // reason to refuse: compaction leaves gaps.
    private boolean advance(String consumer, TopicPartition at, Poll.Span span) {
        Long believed = assignments.believed(at);
        return believed != null
                && believed <= span.first()
                && positions.advance(consumer, at, assignments.logId(at.topic()), believed, span.next());
    }

    private <T> void oneByOne(
            String consumer, Poll<T> poll, Consumer<List<Received<T>>> apply, TransactionStatus status) {
        for (Poll.Readable<T> each : poll.readable()) {
            Object savepoint = status.createSavepoint();
            try {
                apply.accept(List.of(each.event()));
            } catch (RuntimeException e) {
                if (!ContentFailure.is(e)) {
                    throw e;
                }
                status.rollbackToSavepoint(savepoint);
                deadLetters.add(ShadowReader.live(consumer), each.received(), e);
            }
            status.releaseSavepoint(savepoint);
        }
    }
}
