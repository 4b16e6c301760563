package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/// A dead letter as it is stored.
///
/// @param millis the record's timestamp; null of those set aside before it was kept
record StoredLetter(
        long id,
        String consumer,
        String topic,
        int partition,
        long offset,
        byte @Nullable [] key,
        byte[] headers,
        byte @Nullable [] value,
        String reason,
        @Nullable Long millis,
        Instant createdAt,
        String state,
        byte @Nullable [] repaired,
        @Nullable String note,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String decidedBecause) {

    /// What the audit calls it.
    String subject() {
        return "dead-letter:" + id;
    }

    /// The record as its listener got it, at its place in the log.
    ///
    /// @param instead a value to use in place of its own, or null
    ConsumerRecord<String, byte[]> received(byte @Nullable [] instead) {
        byte @Nullable [] used = instead == null ? value : instead;
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                millis == null ? createdAt.toEpochMilli() : millis,
                TimestampType.CREATE_TIME,
                key == null ? 0 : key.length,
                used == null ? 0 : used.length,
                key == null ? null : new String(key, UTF_8),
                used,
                HeaderBytes.read(headers),
                Optional.empty());
    }
}
