package dev.toolverdicts.platform.test;

/// A way to run the servers of a JVM. What is started ends with the JVM.
interface Servers {

    /// Starts a PostgreSQL with [ServerSettings#POSTGRES] and returns its `host:port`.
    String startPostgres();

    /// Starts a Kafka with [ServerSettings#KAFKA] and returns its `host:port`.
    String startKafka();

    /// What the system property `infrastructure` asks for.
    static Servers chosen() {
        return named(System.getProperty("infrastructure", "embedded"));
    }

    static Servers named(String name) {
        return switch (name) {
            case "embedded" -> new EmbeddedServers();
            case "containers" -> new ContainerServers();
            default -> throw new IllegalArgumentException("-Dinfrastructure is embedded or containers, not " + name);
        };
    }
}
