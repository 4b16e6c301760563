package dev.toolverdicts.localstack;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// What the log has and a database that reads it has not taken in, and what a database has not yet
/// told the log. Lag as consumers tell it is no answer right after a start: who has no partitions
/// yet is behind with none.
record Unapplied(List<String> databases, Postgres postgres, Kafka kafka) implements RestoreCheck.Quiet {

    /// Whoever is paused on purpose is not waited for, nor tables that are being built anew.
    private static final String POSITIONS = """
            SELECT topic, partition, min(next_offset) FROM log_position
            WHERE strpos(consumer, '~') = 0 AND consumer NOT IN (SELECT name FROM operation_switch WHERE paused)
            GROUP BY topic, partition
            """;

    private static final String UNSENT = """
            SELECT count(*) FROM outbox
            WHERE NOT EXISTS (SELECT FROM operation_switch WHERE name = 'relay' AND paused)
            """;

    private static final String PAUSED = "SELECT name FROM operation_switch WHERE paused ORDER BY name";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public boolean reached() throws IOException {
        try {
            for (String database : databases) {
                if (!isEmpty(database)) {
                    return false;
                }
            }
            return true;
        } catch (SQLException | KafkaException notNow) {
            return false;
        }
    }

    @Override
    public List<String> leftOut() throws IOException {
        var paused = new ArrayList<String>();
        for (String database : databases) {
            try (Connection connection = postgres.connect(database);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(PAUSED)) {
                while (rows.next()) {
                    paused.add("%s of %s-service".formatted(rows.getString(1), database));
                }
            } catch (SQLException e) {
                throw new IOException("%s does not say what is paused".formatted(database), e);
            }
        }
        return paused;
    }

    private boolean isEmpty(String database) throws IOException, SQLException {
        var positions = new HashMap<TopicPartition, Long>();
        try (Connection connection = postgres.connect(database);
                var statement = connection.createStatement()) {
            try (var unsent = statement.executeQuery(UNSENT)) {
                if (unsent.next() && unsent.getLong(1) > 0) {
                    return false;
                }
            }
            try (var rows = statement.executeQuery(POSITIONS)) {
                while (rows.next()) {
                    positions.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
                }
            }
        }
        return isNothingBehind(positions);
    }

    /// By reading: what ends a transaction has an offset too, and is nothing to apply.
    private boolean isNothingBehind(Map<TopicPartition, Long> positions) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.address(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "none",
                "enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(positions.keySet());
            positions.forEach((partition, next) -> consumer.seek(partition, next));
            Map<TopicPartition, Long> ends = consumer.endOffsets(positions.keySet());
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (!consumer.poll(Duration.ofMillis(200)).isEmpty() || System.nanoTime() > deadline) {
                    return false;
                }
            }
            return true;
        }
    }
}
