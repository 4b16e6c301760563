package dev.toolverdicts.platform.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The outbox as the service's transactions and gauges see it; relays use [OutboxShard] on a connection of their own.
final class OutboxRepository {

    private final JdbcClient jdbc;

    OutboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(OutboxRow row) {
        jdbc.sql("INSERT INTO outbox (shard, topic, record_key, headers, value) VALUES (?, ?, ?, ?, ?)")
                .param(row.shard())
                .param(row.topic())
                .param(row.key())
                .param(HeaderBytes.write(row.headers()))
                .param(row.value())
                .update();
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
