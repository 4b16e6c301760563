package dev.toolverdicts.localstack;

import org.jspecify.annotations.Nullable;

/// Ports that vote-service is sent to instead of those of the servers: a fault test has a proxy there that it can cut.
///
/// @param kafka null for straight to Kafka
/// @param postgres null for straight to PostgreSQL
record Detours(@Nullable Integer kafka, @Nullable Integer postgres) {

    static final Detours NONE = new Detours(null, null);

    Detours withKafka(int port) {
        return new Detours(port, postgres);
    }

    Detours withPostgres(int port) {
        return new Detours(kafka, port);
    }
}
