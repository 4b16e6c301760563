package dev.toolverdicts.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/// `messaging.lag` and `messaging.model.age` for every consumer: records in the log that it has not
/// applied, and how old what it has built from them is. Bound when the listeners are about to start,
/// because meters are bound before there are containers.
final class ListenerLag implements SmartLifecycle {

    private final KafkaListenerEndpointRegistry listeners;
    private final Applying applying;
    private final PausedLag paused;
    private final MeterRegistry registry;
    private final Clock clock;
    private volatile boolean running;
    private volatile long startedAt;

    ListenerLag(
            KafkaListenerEndpointRegistry listeners,
            Applying applying,
            PausedLag paused,
            MeterRegistry registry,
            Clock clock) {
        this.listeners = listeners;
        this.applying = applying;
        this.paused = paused;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public void start() {
        startedAt = clock.millis();
        listeners.getListenerContainers().forEach(this::bind);
        running = true;
    }

    private void bind(MessageListenerContainer container) {
        String consumer = String.valueOf(container.getListenerId());
        Gauge.builder("messaging.lag", container, this::lag)
                .description("Records in the log that this consumer has not applied")
                .tag("consumer", consumer)
                .register(registry);
        Gauge.builder("messaging.model.age", container, this::age)
                .baseUnit("seconds")
                .description("Time since the oldest record was sent that this consumer has not applied")
                .tag("consumer", consumer)
                .register(registry);
    }

    private double lag(MessageListenerContainer container) {
        if (container.isPauseRequested()) {
            return paused.of(container).records();
        }
        paused.forget(container);
        return waiting(container) + applying.records(String.valueOf(container.getGroupId()));
    }

    /// Of records that wait in the log while others are applied nobody here knows the age: they are
    /// younger than the last one that was applied.
    private double age(MessageListenerContainer container) {
        if (container.isPauseRequested()) {
            PausedLag.Waiting waiting = paused.of(container);
            return waiting.sentAt().isPresent() ? since(waiting.sentAt().getAsLong()) : waiting.records();
        }
        String consumer = String.valueOf(container.getGroupId());
        OptionalLong oldest = applying.oldest(consumer);
        if (oldest.isPresent()) {
            return since(oldest.getAsLong());
        }
        return waiting(container) > 0 ? since(applying.newest(consumer).orElse(startedAt)) : 0;
    }

    private double since(long millis) {
        return Math.max(0, clock.millis() - millis) / 1000.0;
    }

    private static double waiting(MessageListenerContainer container) {
        return container.metrics().values().stream()
                .mapToDouble(ListenerLag::waiting)
                .sum();
    }

    /// Records of all partitions that a client has not handed out yet.
    static double waiting(Map<MetricName, ? extends Metric> ofClient) {
        return ofClient.entrySet().stream()
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

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
