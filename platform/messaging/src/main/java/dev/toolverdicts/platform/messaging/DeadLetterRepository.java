package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps what could not be applied, and hands it to the outbox for `<topic>-dlt`: once, however often the batch is
/// tried.
final class DeadLetterRepository {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterRepository.class);

    private final JdbcClient jdbc;
    private final Outbox outbox;

    DeadLetterRepository(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    void add(String consumer, ConsumerRecord<String, byte[]> received, Throwable failure) {
        String reason = ContentFailure.reason(failure);
        byte @Nullable [] key = received.key() == null ? null : received.key().getBytes(UTF_8);
        int added = jdbc.sql("""
                        INSERT INTO dead_letter
                            (consumer, topic, partition, record_offset, record_key, headers, value, reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .param(consumer)
                .param(received.topic())
                .param(received.partition())
                .param(received.offset())
                .param(key)
                .param(HeaderBytes.write(received.headers()))
                .param(received.value())
                .param(reason)
                .update();
        if (added == 1) {
            log.warn(
                    "dead letter consumer={} topic={} partition={} offset={} cause={}",
                    consumer,
                    received.topic(),
                    received.partition(),
                    received.offset(),
                    ContentFailure.kind(failure));
            var headers = new RecordHeaders(received.headers());
            headers.add(EventCodec.header("dlt_reason", reason));
            headers.add(EventCodec.header("dlt_consumer", consumer));
            headers.add(EventCodec.header("dlt_topic", received.topic()));
            headers.add(EventCodec.header("dlt_partition", Integer.toString(received.partition())));
            headers.add(EventCodec.header("dlt_offset", Long.toString(received.offset())));
            outbox.appendRaw(
                    List.of(OutboxRow.of(received.topic() + DeadLetterTopics.SUFFIX, key, headers, received.value())));
        }
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM dead_letter").query(Long.class).single();
    }
}
