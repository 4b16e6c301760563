package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.telemetry.TraceParent;
import dev.toolverdicts.platform.telemetry.Traced;
import dev.toolverdicts.platform.telemetry.Tracing;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries one shard of the outbox to the log.
///
/// A session lock says who may; a transactional producer with the shard's id makes sure of it: taking
/// over ends the predecessor's transaction and fences it, however late it wakes. A batch is sent in one
/// log transaction and its rows are deleted only after that has committed. A crash in between sends the
/// batch again, in the same order.
final class OutboxRelay implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    /// Opens the database session a relay asks for its shard with.
    @FunctionalInterface
    interface Shards {
        OutboxShard open(int shard) throws SQLException;
    }

    private final int shard;
    private final Shards shards;
    private final Function<String, Producer<byte[], byte[]>> producers;
    private final MessagingProperties.Relay settings;
    private final Tracing tracing;
    private final String transactionalId;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean running = true;

    OutboxRelay(
            int shard,
            String service,
            Shards shards,
            Function<String, Producer<byte[], byte[]>> producers,
            MessagingProperties.Relay settings,
            Tracing tracing) {
        this.shard = shard;
        this.shards = shards;
        this.producers = producers;
        this.settings = settings;
        this.tracing = tracing;
        this.transactionalId = service + "-outbox-" + shard;
    }

    void wake() {
        wakeUp.release();
    }

    void stop() {
        running = false;
        wake();
    }

    @Override
    public void run() {
        while (running) {
            try (OutboxShard wanted = shards.open(shard)) {
                if (taken(wanted)) {
                    relay(wanted);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                if (running) {
                    log.warn("outbox relay starts over shard={} cause={}", shard, e.toString());
                    pause();
                }
            }
        }
    }

    private boolean taken(OutboxShard wanted) throws SQLException, InterruptedException {
        while (running) {
            if (wanted.take()) {
                return true;
            }
            await(settings.takeOver().toMillis());
        }
        return false;
    }

    private void relay(OutboxShard owned) throws SQLException, InterruptedException {
        Producer<byte[], byte[]> producer = producers.apply(transactionalId);
        try {
            producer.initTransactions();
            log.info("outbox relay owns shard={}", shard);
            while (running) {
                List<OutboxRow> rows = owned.oldest();
                if (rows.isEmpty()) {
                    await(settings.poll().toMillis());
                } else {
                    List<Traced> spans = spans(rows);
                    send(producer, rows);
                    spans.forEach(Traced::end);
                    owned.delete(rows);
                }
            }
        } finally {
            // Not a graceful close: after a failure the unfinished transaction is ended by whoever takes over.
            producer.close(settings.close());
        }
    }

    /// Those of a batch that fails are never ended: it is sent again.
    private List<Traced> spans(List<OutboxRow> rows) {
        return tracing.isOn()
                ? rows.stream().flatMap(this::span).limit(BatchTrace.MOST).toList()
                : List.of();
    }

    private Stream<Traced> span(OutboxRow row) {
        String parent = TraceHeaders.parent(row.headers());
        return TraceParent.isSampled(parent)
                ? Stream.of(tracing.producer("outbox-relay", parent).note("messaging.destination.name", row.topic()))
                : Stream.empty();
    }

    /// All rows or none: after one failed send no later row may become visible, or it would
    /// have overtaken.
    private static void send(Producer<byte[], byte[]> producer, List<OutboxRow> rows) throws InterruptedException {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent =
                rows.stream().map(row -> producer.send(row.toRecord())).toList();
        producer.flush();
        for (Future<RecordMetadata> each : sent) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new KafkaException("a record was not acknowledged", e.getCause());
            }
        }
        producer.commitTransaction();
    }

    private void await(long millis) throws InterruptedException {
        var _ = wakeUp.tryAcquire(millis, TimeUnit.MILLISECONDS);
        wakeUp.drainPermits();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.backOff().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    static Map<String, Object> producerSettings(String transactionalId) {
        return Map.of(
                "transactional.id",
                transactionalId,
                "key.serializer",
                "org.apache.kafka.common.serialization.ByteArraySerializer",
                "value.serializer",
                "org.apache.kafka.common.serialization.ByteArraySerializer",
                "acks",
                "all",
                "linger.ms",
                0,
                // Together shorter than the lock's silence: a relay gives up before its shard is given away.
                "max.block.ms",
                3_000,
                "request.timeout.ms",
                2_000,
                "delivery.timeout.ms",
                3_000,
                "transaction.timeout.ms",
                10_000,
                "max.request.size",
                2 * 1024 * 1024);
    }
}
