package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.telemetry.TraceParent;
import org.jspecify.annotations.Nullable;

/// The state of one aggregate after a change, on its way to the log.
///
/// @param topic the compacted topic that holds the latest state per key
/// @param key the aggregate's id; records of one key keep their order
/// @param type the CloudEvents type, in reverse-DNS form
/// @param version rises by at least one with every change of the aggregate; consumers ignore
///     what is not newer
/// @param data written as plain JSON with the application's own mapper
/// @param traceparent of the trace that it is part of; null for none
public record Event(
        String topic,
        String key,
        String type,
        long version,
        Object data,
        @Nullable String traceparent) {

    public Event {
        if (topic.isBlank() || key.isBlank() || type.isBlank()) {
            throw new IllegalArgumentException("topic, key and type must not be blank");
        }
        if (version < 1) {
            throw new IllegalArgumentException("version must be positive: " + version);
        }
    }

    /// Part of the trace that this thread is at work on.
    public Event(String topic, String key, String type, long version, Object data) {
        this(topic, key, type, version, data, TraceParent.current());
    }
}
