package dev.toolverdicts.platform.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// PostgreSQL as a process of its own, from unpacked binaries, and Kafka within the JVM.
final class EmbeddedServers implements Servers {

    @Override
    public String startPostgres() {
        String user = System.getProperty("user.name");
        // One folder per user: what root has unpacked another user may not write to.
        Path binaries = Path.of(System.getProperty("java.io.tmpdir"), "test-postgres-" + user);
        var server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", ServerSettings.LOCALE);
        ServerSettings.POSTGRES.forEach(server::setServerConfig);
        try {
            return "127.0.0.1:" + server.start().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    user.equals("root")
                            ? "PostgreSQL does not run as root, and `unshare -U` is forbidden here: run the tests as another user"
                            : "PostgreSQL does not start",
                    e);
        }
    }

    @Override
    public String startKafka() {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperties(ServerSettings.KAFKA);
        // It would tell Spring its address for the whole JVM, and a context that has no other would go unnoticed.
        broker.brokerListProperty("test.kafka");
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker.getBrokersAsString();
    }
}
