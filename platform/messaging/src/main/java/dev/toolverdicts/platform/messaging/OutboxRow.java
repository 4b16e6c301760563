package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// A record as it waits in the outbox: bytes only, so that nothing is re-encoded between commit and log.
record OutboxRow(long id, int shard, String topic, byte @Nullable [] key, Headers headers, byte @Nullable [] value) {

    /// Fixed for ever: another number would let two shards hold records of one key at the same time.
    static final int SHARDS = 4;

    static OutboxRow of(ProducerRecord<String, byte[]> event) {
        return of(event.topic(), event.key().getBytes(UTF_8), event.headers(), event.value());
    }

    static OutboxRow of(String topic, byte @Nullable [] key, Headers headers, byte @Nullable [] value) {
        return new OutboxRow(0, Math.floorMod(Arrays.hashCode(key), SHARDS), topic, key, headers, value);
    }

    ProducerRecord<byte[], byte[]> toRecord() {
        return new ProducerRecord<>(topic, null, null, key, value, headers);
    }
}
