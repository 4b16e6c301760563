package dev.toolverdicts.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;

/// What an operator watches: events not yet in the log and the age of the oldest, and dead letters. NaN
/// while the database does not answer.
final class MessagingMetrics implements MeterBinder {

    private final OutboxRepository outbox;
    private final DeadLetterRepository deadLetters;

    MessagingMetrics(OutboxRepository outbox, DeadLetterRepository deadLetters) {
        this.outbox = outbox;
        this.deadLetters = deadLetters;
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
                "Records that could not be applied and that nobody has decided about",
                it -> it.deadLetters.count());
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
}
