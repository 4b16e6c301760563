package dev.toolverdicts.platform.test;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// The images that docker-compose.yml runs, by Testcontainers, which ends them with the JVM.
final class ContainerServers implements Servers {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public String startPostgres() {
        var command = new ArrayList<>(List.of("postgres"));
        ServerSettings.POSTGRES.forEach((setting, value) -> command.addAll(List.of("-c", setting + "=" + value)));
        var server = new PostgreSQLContainer(image("postgres"))
                .withDatabaseName("postgres")
                .withUsername(ServerSettings.USER)
                .withPassword(ServerSettings.PASSWORD)
                .withEnv("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=" + ServerSettings.LOCALE)
                // Docker's default is too little for parallel queries.
                .withSharedMemorySize(256L << 20)
                .withCommand(command.toArray(String[]::new))
                .withStartupTimeout(PATIENCE);
        server.start();
        return server.getHost() + ":" + server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    }

    @Override
    public String startKafka() {
        var broker = new KafkaContainer(image("kafka"))
                .withEnv("KAFKA_HEAP_OPTS", "-Xms256m -Xmx256m")
                .withStartupTimeout(PATIENCE);
        ServerSettings.KAFKA.forEach((setting, value) -> broker.withEnv(variable(setting), value));
        broker.start();
        return broker.getBootstrapServers();
    }

    /// The build lays docker-compose.yml beside this class: versions are raised there alone.
    static String image(String service) {
        var composition = new YamlPropertiesFactoryBean();
        composition.setResources(new ClassPathResource("docker-compose.yml", ContainerServers.class));
        String key = "services." + service + ".image";
        return requireNonNull(requireNonNull(composition.getObject()).getProperty(key), key);
    }

    /// The image takes a broker's settings from the environment.
    private static String variable(String setting) {
        return "KAFKA_" + setting.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
