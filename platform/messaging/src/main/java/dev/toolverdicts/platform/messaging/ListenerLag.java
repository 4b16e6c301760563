package dev.toolverdicts.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.Metric;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/// `messaging.lag` for every consumer: records in the log that it has not applied. Bound when the listeners are about
/// to
/// start, because meters are bound before there are containers.
final class ListenerLag implements SmartLifecycle {

    private final KafkaListenerEndpointRegistry listeners;
    private final Applying applying;
    private final MeterRegistry registry;
    private volatile boolean running;

    ListenerLag(KafkaListenerEndpointRegistry listeners, Applying applying, MeterRegistry registry) {
        this.listeners = listeners;
        this.applying = applying;
        this.registry = registry;
    }

    @Override
    public void start() {
        listeners
                .getListenerContainers()
                .forEach(container -> Gauge.builder("messaging.lag", container, this::lag)
                        .description("Records in the log that this consumer has not applied")
                        .tag("consumer", String.valueOf(container.getListenerId()))
                        .register(registry));
        running = true;
    }

    private double lag(MessageListenerContainer container) {
        double behind = container.metrics().values().stream()
                .flatMap(metrics -> metrics.entrySet().stream())
                .filter(metric -> metric.getKey().name().equals("records-lag")
                        && metric.getKey().tags().containsKey("partition"))
                .mapToDouble(metric -> value(metric.getValue()))
                .sum();
        return behind + applying.records(String.valueOf(container.getGroupId()));
    }

    private static double value(Metric metric) {
        return metric.metricValue() instanceof Number number && !Double.isNaN(number.doubleValue())
                ? number.doubleValue()
                : 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
