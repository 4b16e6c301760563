package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.telemetry.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Outbox, inbox and their watchers, where there is a database.
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        },
        beforeName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnBean(JdbcClient.class)
public class MessagingDatabaseAutoConfiguration {

    private static final String RELAY_OPTIONS =
            "connectTimeout=3&socketTimeout=10&tcpKeepAlive=true&ApplicationName=outbox-relay";

    @Bean
    OutboxRepository outboxRepository(JdbcClient jdbc) {
        return new OutboxRepository(jdbc);
    }

    @Bean
    Outbox outbox(OutboxRepository rows, EventCodec codec, ObjectProvider<OutboxRelays> relays) {
        return new Outbox(rows, codec, shard -> relays.getObject().wake(shard));
    }

    @Bean
    OutboxRelays outboxRelays(
            JdbcConnectionDetails database,
            ProducerFactory<?, ?> producers,
            MessagingProperties settings,
            Tracing tracing,
            Environment environment) {
        String service = environment.getRequiredProperty("spring.application.name");
        String url = database.getJdbcUrl() + (database.getJdbcUrl().contains("?") ? "&" : "?") + RELAY_OPTIONS;
        return new OutboxRelays(shard -> new OutboxRelay(
                shard,
                service,
                wanted -> OutboxShard.open(
                        () -> DriverManager.getConnection(url, database.getUsername(), database.getPassword()),
                        wanted,
                        settings.relay().silence()),
                id -> producer(producers, id),
                settings.relay(),
                tracing));
    }

    private static Producer<byte[], byte[]> producer(ProducerFactory<?, ?> configured, String transactionalId) {
        var settings = new HashMap<String, Object>(configured.getConfigurationProperties());
        settings.putAll(OutboxRelay.producerSettings(transactionalId));
        return new KafkaProducer<>(settings);
    }

    @Bean
    OutboxAuditor outboxAuditor(
            List<PublishedState> states,
            OutboxRepository outbox,
            PlatformTransactionManager transactions,
            ConsumerFactory<String, byte[]> consumers,
            MessagingProperties settings) {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return new OutboxAuditor(states, outbox, snapshot, consumers, settings.auditEvery());
    }

    @Bean
    LogPositionRepository logPositionRepository(JdbcClient jdbc) {
        return new LogPositionRepository(jdbc);
    }

    @Bean
    DeadLetterRepository deadLetterRepository(JdbcClient jdbc, Outbox outbox) {
        return new DeadLetterRepository(jdbc, outbox);
    }

    @Bean
    LogGuard logGuard(
            KafkaAdmin admin,
            ObjectProvider<KafkaListenerEndpointRegistry> listeners,
            LogPositionRepository positions,
            MessagingProperties settings) {
        return new LogGuard(admin, listeners::getObject, positions, settings.topicsWithin());
    }

    @Bean
    Applying applying(MeterRegistry registry) {
        return new Applying(registry);
    }

    @Bean
    Assignments assignments(LogPositionRepository positions, LogGuard logs, Applying applying) {
        return new Assignments(positions, logs, applying);
    }

    @Bean
    Pauses pauses(
            JdbcClient jdbc,
            ObjectProvider<KafkaListenerEndpointRegistry> listeners,
            ObjectProvider<MeterRegistry> registry) {
        return new Pauses(new SwitchRepository(jdbc), listeners::getObject, registry::getObject);
    }

    @Bean
    Inbox inbox(
            PlatformTransactionManager transactions,
            LogPositionRepository positions,
            DeadLetterRepository deadLetters,
            Assignments assignments,
            EventCodec codec,
            Applying applying,
            Pauses pauses,
            Tracing tracing) {
        var own = new TransactionTemplate(transactions);
        // Within a rebuild's transaction a refused batch is undone alone.
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return new Inbox(own, positions, deadLetters, assignments, codec, applying, pauses, tracing);
    }

    @Bean
    CommonErrorHandler retryForEver(MessagingProperties settings) {
        return new RetryForEver(settings.retryAtMost());
    }

    @Bean
    StoredPositions storedPositions(ObjectProvider<Assignments> assignments) {
        return new StoredPositions(assignments::getObject);
    }

    @Bean
    ListenerLag listenerLag(
            KafkaListenerEndpointRegistry listeners,
            Applying applying,
            ConsumerFactory<String, byte[]> consumers,
            LogPositionRepository positions,
            MeterRegistry registry,
            Clock clock) {
        return new ListenerLag(listeners, applying, new PausedLag(consumers, positions), registry, clock);
    }

    @Bean
    DatabaseLooks databaseLooks() {
        return new DatabaseLooks(System::nanoTime);
    }

    @Bean
    ClockWatch clockHealthIndicator(JdbcClient jdbc) {
        return new ClockWatch(new ClockQueries(jdbc)::now, Clock.systemUTC());
    }

    @Bean
    MessagingMetrics messagingMetrics(
            OutboxRepository outbox, DeadLetterRepository deadLetters, DatabaseLooks database) {
        return new MessagingMetrics(outbox, deadLetters, database);
    }
}
