package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Keeps what could not be applied, and hands it to the outbox for `<topic>-dlt`: once, however often
/// the batch is tried.
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
                            (consumer, topic, partition, record_offset, record_key, headers, value, reason, record_millis)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .param(consumer)
                .param(received.topic())
                .param(received.partition())
                .param(received.offset())
                .param(key)
                .param(HeaderBytes.write(received.headers()))
                .param(received.value())
                .param(reason)
                .param(received.timestamp())
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

    /// Which records of a batch were set aside before. Waits for a decision that is being made, and
    /// keeps others from being made until the transaction ends: what a reader of the log passes over
    /// must not be applied behind it, and the other way round.
    SetAside setAside(String consumer, Map<TopicPartition, Poll.Span> spans) {
        List<Map.Entry<TopicPartition, Poll.Span>> asked = List.copyOf(spans.entrySet());
        List<SetAside.Letter> found = jdbc.sql("""
                        SELECT d.topic, d.partition, d.record_offset, d.state, d.repaired
                        FROM unnest(:topics, :partitions, :firsts, :nexts) AS span (topic, partition, first, next)
                        JOIN dead_letter d ON d.consumer = :consumer AND d.topic = span.topic
                            AND d.partition = span.partition
                            AND d.record_offset >= span.first AND d.record_offset < span.next
                        FOR SHARE OF d
                        """)
                .param("consumer", consumer)
                .param("topics", column("text", asked, span -> span.getKey().topic()))
                .param("partitions", column("int4", asked, span -> span.getKey().partition()))
                .param("firsts", column("int8", asked, span -> span.getValue().first()))
                .param("nexts", column("int8", asked, span -> span.getValue().next()))
                .query((row, _) -> new SetAside.Letter(
                        new TopicPartition(row.getString("topic"), row.getInt("partition")),
                        row.getLong("record_offset"),
                        row.getString("state"),
                        row.getBytes("repaired")))
                .list();
        return SetAside.of(found);
    }

    private static SqlArrayValue column(
            String type,
            List<Map.Entry<TopicPartition, Poll.Span>> spans,
            Function<Map.Entry<TopicPartition, Poll.Span>, Object> cell) {
        return new SqlArrayValue(type, spans.stream().map(cell).toArray());
    }

    /// How many nobody has decided about.
    long count() {
        return jdbc.sql("SELECT count(*) FROM dead_letter WHERE state = 'waiting'")
                .query(Long.class)
                .single();
    }
}
