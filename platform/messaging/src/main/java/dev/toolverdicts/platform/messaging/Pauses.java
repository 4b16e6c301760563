package dev.toolverdicts.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.transaction.TransactionException;

/// Makes this copy's consumers obey what [Switches] say, and tells what it knows of them. A paused
/// consumer stays in its group and keeps its partitions. Relays ask for themselves, with each batch.
final class Pauses implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Pauses.class);
    static final Duration EVERY = Duration.ofMillis(500);

    private final SwitchRepository switches;
    private final Supplier<KafkaListenerEndpointRegistry> listeners;
    private final Supplier<MeterRegistry> registry;
    private volatile Set<String> paused = Set.of();
    private volatile Thread thread = Thread.currentThread();
    private volatile boolean running;

    /// @param listeners asked for late: what a lifecycle bean depends on is started before it,
    ///     whatever the phases say
    Pauses(
            SwitchRepository switches,
            Supplier<KafkaListenerEndpointRegistry> listeners,
            Supplier<MeterRegistry> registry) {
        this.switches = switches;
        this.listeners = listeners;
        this.registry = registry;
    }

    boolean isPaused(String consumer) {
        return paused.contains(consumer);
    }

    /// Names of what is paused, as last heard.
    Set<String> names() {
        return new TreeSet<>(paused);
    }

    @Override
    public void start() {
        running = true;
        gauge(Switch.RELAY);
        listeners.get().getListenerContainers().forEach(container -> gauge(String.valueOf(container.getGroupId())));
        look();
        thread = Thread.ofPlatform().name("pauses").daemon().start(this::run);
    }

    private void gauge(String name) {
        Gauge.builder("messaging.paused", this, it -> it.isPaused(name) ? 1 : 0)
                .description("1 while an operator has paused it")
                .tag("name", name)
                .register(registry.get());
    }

    private void run() {
        while (running) {
            try {
                TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            look();
        }
    }

    private void look() {
        try {
            paused = switches.paused();
            listeners.get().getListenerContainers().forEach(this::obey);
        } catch (DataAccessException | TransactionException e) {
            // Without the database nothing can be applied anyway.
            log.debug("not known what is paused", e);
        } catch (RuntimeException e) {
            log.warn("a consumer does not obey a pause", e);
        }
    }

    private void obey(MessageListenerContainer container) {
        String name = String.valueOf(container.getGroupId());
        if (isPaused(name) && !container.isPauseRequested()) {
            container.pause();
            log.info("consumer pauses consumer={}", name);
        } else if (!isPaused(name) && container.isPauseRequested()) {
            container.resume();
            log.info("consumer goes on consumer={}", name);
        }
    }

    @Override
    public void stop() {
        running = false;
        if (thread != Thread.currentThread()) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before the listeners.
    @Override
    public int getPhase() {
        return 50;
    }
}
