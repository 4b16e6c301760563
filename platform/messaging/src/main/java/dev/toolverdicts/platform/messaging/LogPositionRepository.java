package dev.toolverdicts.platform.messaging;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far each consumer is, in the same database as what it has written.
final class LogPositionRepository {

    /// A position with the log it belongs to.
    record Stored(String consumer, String topic, int partition, UUID logId, long nextOffset) {

        TopicPartition at() {
            return new TopicPartition(topic, partition);
        }
    }

    private static final String OF =
            "SELECT consumer, topic, partition, log_id, next_offset FROM log_position WHERE consumer = ANY (?) ";

    private final JdbcClient jdbc;

    LogPositionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    OptionalLong find(String consumer, TopicPartition at) {
        return jdbc.sql("SELECT next_offset FROM log_position WHERE consumer = ? AND topic = ? AND partition = ?")
                .params(consumer, at.topic(), at.partition())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    void begin(String consumer, TopicPartition at, UUID logId, long firstOffset) {
        jdbc.sql("""
                        INSERT INTO log_position (consumer, topic, partition, log_id, next_offset)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(consumer, at.topic(), at.partition(), logId, firstOffset)
                .update();
    }

    /// Moves a position on, if it is still where the consumer believes it to be. The row lock makes a second consumer
    /// that holds the same records wait and then fail here; callers move partitions in one order so that
    /// none deadlock.
    boolean advance(String consumer, TopicPartition at, UUID logId, long believed, long next) {
        return jdbc.sql("""
                        UPDATE log_position SET next_offset = ?
                        WHERE consumer = ? AND topic = ? AND partition = ? AND log_id = ? AND next_offset = ?
                        """)
                        .params(next, consumer, at.topic(), at.partition(), logId, believed)
                        .update()
                == 1;
    }

    List<Stored> of(Collection<String> consumers) {
        return list(OF, consumers);
    }

    /// Holds positions still until the transaction ends, taken in the order in which every consumer takes its own.
    List<Stored> lock(Collection<String> consumers) {
        return list(OF + "ORDER BY consumer, topic, partition FOR UPDATE", consumers);
    }

    void forget(Collection<String> consumers) {
        jdbc.sql("DELETE FROM log_position WHERE consumer = ANY (?)")
                .param(consumers.toArray(String[]::new))
                .update();
    }

    private List<Stored> list(String sql, Collection<String> consumers) {
        return jdbc.sql(sql)
                .param(consumers.toArray(String[]::new))
                .query(Stored.class)
                .list();
    }
}
