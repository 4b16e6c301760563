package dev.toolverdicts.platform.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// The outbox as the service's transactions and gauges see it; relays use [OutboxShard] on a connection of their own.
final class OutboxRepository {

    private final JdbcClient jdbc;

    OutboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<OutboxRow> rows) {
        jdbc.sql("""
                        INSERT INTO outbox (shard, topic, record_key, headers, value)
                        SELECT shard, topic, record_key, headers, value
                        FROM unnest(:shards, :topics, :keys, :headers, :values)
                            WITH ORDINALITY AS given (shard, topic, record_key, headers, value, place)
                        ORDER BY place
                        """)
                .param(
                        "shards",
                        new SqlArrayValue(
                                "int2", rows.stream().map(OutboxRow::shard).toArray()))
                .param(
                        "topics",
                        new SqlArrayValue(
                                "text", rows.stream().map(OutboxRow::topic).toArray()))
                .param("keys", new SqlArrayValue("bytea", bytes(rows, OutboxRow::key)))
                .param("headers", new SqlArrayValue("bytea", bytes(rows, row -> HeaderBytes.write(row.headers()))))
                .param("values", new SqlArrayValue("bytea", bytes(rows, OutboxRow::value)))
                .update();
    }

    private static Object[] bytes(List<OutboxRow> rows, Function<OutboxRow, byte @Nullable []> cell) {
        return rows.stream().map(cell).toArray(byte[][]::new);
    }

    Set<String> waitingKeys(String topic) {
        List<String> keys = jdbc.sql("SELECT DISTINCT convert_from(record_key, 'UTF8') FROM outbox WHERE topic = ?")
                .param(topic)
                .query(String.class)
                .list();
        return keys.stream().collect(Collectors.toUnmodifiableSet());
    }

    long backlog() {
        return jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single();
    }

    Duration oldestUnsent() {
        return Duration.ofMillis(jdbc.sql(
                        "SELECT coalesce(extract(epoch FROM clock_timestamp() - min(created_at)) * 1000, 0)::bigint FROM outbox")
                .query(Long.class)
                .single());
    }
}
