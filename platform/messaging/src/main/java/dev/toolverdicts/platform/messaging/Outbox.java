package dev.toolverdicts.platform.messaging;

import java.util.List;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Publishes a change together with the transaction that makes it: committed changes reach the log at least once and in
/// version order per key, rolled-back ones never.
///
/// The caller locks the row whose id is the event's key and raises its version before it reads anything else of the
/// aggregate. Without that, two transactions on one key may append in another order than they commit.
public final class Outbox {

    static final int MAX_BYTES = 900 * 1024;

    private final OutboxRepository rows;
    private final EventCodec codec;
    private final IntConsumer wake;

    Outbox(OutboxRepository rows, EventCodec codec, IntConsumer wake) {
        this.rows = rows;
        this.codec = codec;
        this.wake = wake;
    }

    /// Adds an event to the caller's transaction.
    ///
    /// @throws IllegalStateException outside a transaction
    /// @throws IllegalArgumentException when the event is larger than 900 KB or cannot be written as JSON
    public void append(Event event) {
        append(List.of(event));
    }

    /// The same for many at once, in their order.
    public void append(List<Event> events) {
        appendRaw(events.stream().map(this::encoded).toList());
    }

    private OutboxRow encoded(Event event) {
        ProducerRecord<String, byte[]> encoded = codec.encode(event);
        if (encoded.value().length > MAX_BYTES) {
            throw new IllegalArgumentException("event of " + encoded.value().length + " bytes is over " + MAX_BYTES);
        }
        return OutboxRow.of(encoded);
    }

    void appendRaw(List<OutboxRow> added) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("append belongs into the transaction that makes the change");
        }
        rows.insert(added);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                added.stream().mapToInt(OutboxRow::shard).distinct().forEach(wake);
            }
        });
    }
}
