package dev.toolverdicts.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.Metric;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/// What an operator watches: events not yet in the log and the age of the oldest, records not yet applied, dead
/// letters.
/// NaN while the database does not answer.
final class MessagingMetrics implements MeterBinder {

    private final OutboxRepository outbox;
    private final DeadLetterRepository deadLetters;
    private final KafkaListenerEndpointRegistry listeners;

    MessagingMetrics(
            OutboxRepository outbox, DeadLetterRepository deadLetters, KafkaListenerEndpointRegistry listeners) {
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.listeners = listeners;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "messaging.outbox.backlog",
                "Events committed and not yet in the log",
                it -> it.outbox.backlog());
        gauge(
                registry,
                "messaging.outbox.oldest",
                "Age of the oldest of them in seconds",
                it -> it.outbox.oldestUnsent().toMillis() / 1000.0);
        gauge(
                registry,
                "messaging.dead.letters",
                "Records that could not be applied",
                it -> it.deadLetters.countByTopic().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        listeners
                .getListenerContainers()
                .forEach(container -> Gauge.builder("messaging.lag", container, MessagingMetrics::lag)
                        .description("Records in the log that this consumer has not applied")
                        .tag("consumer", String.valueOf(container.getListenerId()))
                        .register(registry));
    }

    private void gauge(
            MeterRegistry registry, String name, String description, ToDoubleFunction<MessagingMetrics> value) {
        Gauge.builder(name, this, it -> {
                    try {
                        return value.applyAsDouble(it);
                    } catch (DataAccessException e) {
                        return Double.NaN;
                    }
                })
                .description(description)
                .register(registry);
    }

    private static double lag(MessageListenerContainer container) {
        return container.metrics().values().stream()
                .flatMap(metrics -> metrics.entrySet().stream())
                .filter(metric -> metric.getKey().name().equals("records-lag")
                        && metric.getKey().tags().containsKey("partition"))
                .mapToDouble(metric -> value(metric.getValue()))
                .sum();
    }

    private static double value(Metric metric) {
        return metric.metricValue() instanceof Number number && !Double.isNaN(number.doubleValue())
                ? number.doubleValue()
                : 0;
    }
}
