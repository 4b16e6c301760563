package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.telemetry.Present;
import dev.toolverdicts.platform.telemetry.TraceParent;
import dev.toolverdicts.platform.telemetry.Traced;
import dev.toolverdicts.platform.telemetry.Tracing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The spans of one batch: one in the trace of each of its records that is traced. Closed on the
/// thread that applies it.
final class BatchTrace implements AutoCloseable {

    /// In a batch of thousands that all are traced the others are in the dark.
    static final int MOST = 100;

    private static final BatchTrace NONE = new BatchTrace(List.of(), Traced.NONE.present());

    private static final ThreadLocal<Map<String, String>> PARENTS = ThreadLocal.withInitial(Map::of);

    private final List<Traced> spans;
    private final Present present;

    private BatchTrace(List<Traced> spans, Present present) {
        this.spans = spans;
        this.present = present;
    }

    static BatchTrace of(Tracing tracing, String consumer, List<ConsumerRecord<String, byte[]>> records) {
        // What is read again to build tables anew was traced when it happened.
        if (!tracing.isOn() || ShadowReader.isShadow(consumer)) {
            return NONE;
        }
        List<ConsumerRecord<String, byte[]>> traced = records.stream()
                .filter(received -> TraceParent.isSampled(TraceHeaders.parent(received.headers())))
                .limit(MOST)
                .toList();
        if (traced.isEmpty()) {
            return NONE;
        }
        List<Traced> spans = tracing.consumers(
                consumer,
                traced.stream()
                        .map(received -> String.valueOf(TraceHeaders.parent(received.headers())))
                        .toList());
        var parents = new HashMap<String, String>();
        for (int i = 0; i < spans.size(); i++) {
            Traced span = place(spans.get(i), traced.get(i)).note("messaging.batch.message_count", records.size());
            String key = traced.get(i).key();
            if (key != null) {
                parents.put(key, String.valueOf(span.parent()));
            }
        }
        PARENTS.set(parents);
        return new BatchTrace(spans, spans.getLast().present());
    }

    /// What events say that come of one record of the batch which this thread applies, by its key;
    /// only of those that are traced.
    static Map<String, String> parents() {
        return PARENTS.get();
    }

    /// Where the record stands in the log, by the names that OpenTelemetry has for it.
    static Traced place(Traced span, ConsumerRecord<?, ?> received) {
        return span.note("messaging.destination.name", received.topic())
                .note("messaging.destination.partition.id", received.partition())
                .note("messaging.kafka.offset", received.offset());
    }

    void failed(Throwable failure) {
        spans.forEach(span -> span.failed(failure));
    }

    @Override
    public void close() {
        present.close();
        if (!spans.isEmpty()) {
            PARENTS.remove();
            spans.forEach(Traced::end);
        }
    }
}
