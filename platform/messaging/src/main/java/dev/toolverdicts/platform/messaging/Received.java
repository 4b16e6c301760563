package dev.toolverdicts.platform.messaging;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// One decoded record with its place in the log.
///
/// @param time the record's timestamp as the log has it
public record Received<T>(String topic, int partition, long offset, String key, Instant time, T data) {

    static <T> Received<T> of(ConsumerRecord<String, byte[]> from, T data) {
        return new Received<>(
                from.topic(),
                from.partition(),
                from.offset(),
                from.key(),
                Instant.ofEpochMilli(from.timestamp()),
                data);
    }
}
