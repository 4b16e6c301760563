package dev.toolverdicts.platform.test;

import java.util.Map;

/// What every way to run the servers sets, so that no test can tell one from the other.
final class ServerSettings {

    static final String USER = "postgres";
    static final String PASSWORD = "postgres";

    /// As in operation, so that no order and no upper case depends on where tests run.
    static final String LOCALE = "C";

    /// Nothing waits for a disk.
    static final Map<String, String> POSTGRES = Map.of(
            "max_connections", "300",
            "shared_buffers", "32MB",
            "fsync", "off",
            "synchronous_commit", "off",
            "jit", "off");

    static final Map<String, String> KAFKA = Map.of(
            "auto.create.topics.enable", "false",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "4",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "group.initial.rebalance.delay.ms", "0",
            "log.cleaner.dedupe.buffer.size", "8388608",
            "log.cleaner.backoff.ms", "500");

    private ServerSettings() {}
}
