package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.telemetry.TraceParent;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// A record that a consumer could not apply, with all that is known of it.
///
/// @param consumer the listener that could not apply it
/// @param cause why not
/// @param traceId of the trace in which it was sent, where its headers tell
/// @param state `waiting`, `replayed` or `dropped`
/// @param repaired the value that was applied instead of the record's own
/// @param history what was done about it, the latest first
public record DeadLetter(
        long id,
        String consumer,
        String topic,
        int partition,
        long offset,
        @Nullable Instant sentAt,
        @Nullable Bytes key,
        List<NamedBytes> headers,
        @Nullable Bytes value,
        String cause,
        @Nullable String traceId,
        String state,
        @Nullable Bytes repaired,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String decidedBecause,
        List<AuditEntry> history) {

    public record NamedBytes(String name, @Nullable Bytes value) {}

    /// One of a list.
    ///
    /// @param key as text; null when it is none
    public record Summary(
            long id,
            String consumer,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            String cause,
            @Nullable String traceId,
            String state,
            @Nullable String note,
            Instant createdAt,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy) {}

    static DeadLetter of(StoredLetter letter, List<AuditEntry> history) {
        Headers headers = HeaderBytes.read(letter.headers());
        return new DeadLetter(
                letter.id(),
                letter.consumer(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.millis() == null ? null : Instant.ofEpochMilli(letter.millis()),
                Bytes.of(letter.key()),
                StreamSupport.stream(headers.spliterator(), false)
                        .map(header -> new NamedBytes(header.key(), Bytes.of(header.value())))
                        .toList(),
                Bytes.of(letter.value()),
                letter.reason(),
                traceId(headers),
                letter.state(),
                Bytes.of(letter.repaired()),
                letter.note(),
                letter.createdAt(),
                letter.decidedAt(),
                letter.decidedBy(),
                letter.decidedBecause(),
                history);
    }

    static Summary summary(StoredLetter letter) {
        Bytes key = Bytes.of(letter.key());
        return new Summary(
                letter.id(),
                letter.consumer(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                key == null ? null : key.text(),
                letter.reason(),
                traceId(HeaderBytes.read(letter.headers())),
                letter.state(),
                letter.note(),
                letter.createdAt(),
                letter.decidedAt(),
                letter.decidedBy());
    }

    private static @Nullable String traceId(Headers headers) {
        return TraceParent.traceId(TraceHeaders.parent(headers));
    }
}
