package dev.toolverdicts.localstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// One of our own services: its package, its port and what its environment tells it.
final class Service {

    private static final String DOOR = "gateway";

    /// What Spring Boot says once the web server has its port and the application runs.
    static final String STARTED = "(process running for ";

    private final String name;
    private final int port;
    private final int metrics;
    private final DataFolder data;
    private final ServicePackage unpacked;
    private final Map<String, String> environment = new HashMap<>();
    private Supplier<Map<String, String>> eachStart = Map::of;

    /// @param service whose package it is
    /// @param name what this copy of it is called
    /// @param metrics the port at which it tells how it is
    Service(Path home, String service, String name, int port, int metrics, DataFolder data, boolean optimised) {
        this.name = name;
        this.port = port;
        this.metrics = metrics;
        this.data = data;
        this.unpacked = ServicePackage.of(home, service, optimised);
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("TELEMETRY_METRICS_PORT", Integer.toString(metrics));
        if (!name.equals(DOOR)) {
            // Services believe the door about who is calling, so nobody else may come in.
            environment.put("SERVER_ADDRESS", "127.0.0.1");
        }
    }

    Service with(Map<String, String> more) {
        environment.putAll(more);
        return this;
    }

    /// What it is told may be another thing when it is started again.
    Service withEachStart(Supplier<Map<String, String>> more) {
        eachStart = more;
        return this;
    }

    Service with(Postgres.Database database) {
        return with(Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.user(),
                "SPRING_DATASOURCE_PASSWORD", database.password()));
    }

    Unit unit() {
        return new Unit(
                name,
                name.equals(DOOR) ? Unit.Layer.DOOR : Unit.Layer.SERVICE,
                port,
                Map.of("metricsPort", metrics),
                data.log(name),
                () -> {
                    var builder = new ProcessBuilder(unpacked.command(data, name));
                    builder.environment().putAll(environment);
                    builder.environment().putAll(eachStart.get());
                    return builder;
                },
                Unit.saysSo(STARTED, port, "/actuator/health/readiness"),
                // No answer may only mean that the machine is busy; this one says that a listener has stopped.
                () -> Http.status(port, "/actuator/health/liveness") == 503);
    }
}
