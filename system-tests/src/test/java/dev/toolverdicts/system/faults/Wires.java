package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Stack;
import java.net.URI;
import java.util.List;

/// The wires that can be cut: between the voters and the door, and between the services and what they stand on.
///
/// @param database what services know as PostgreSQL
/// @param log what services know as Kafka
record Wires(Proxy door, Proxy database, Proxy log) implements AutoCloseable {

    static Wires laid() {
        return new Wires(
                new Proxy(() -> URI.create(Stack.starting().url()).getPort()),
                new Proxy(() -> proxied("postgres")),
                new Proxy(() -> proxied("kafka")));
    }

    private static int proxied(String process) {
        return Stack.starting().process(process).path("proxied").asInt();
    }

    /// What `./start` is told, so that vote-service takes these ways.
    String options() {
        return "--postgres-via %d --kafka-advertise %d".formatted(database.port(), log.port());
    }

    String doorUrl() {
        return "http://localhost:" + door.port();
    }

    void pass() {
        all().forEach(Proxy::pass);
    }

    private List<Proxy> all() {
        return List.of(door, database, log);
    }

    @Override
    public void close() {
        all().forEach(Proxy::close);
    }
}
