package dev.toolverdicts.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/// What an operator watches: events not yet in the log and the age of the oldest, and dead letters. NaN
/// while the database does not answer.
final class MessagingMetrics implements MeterBinder {

    private final OutboxRepository outbox;
    private final DeadLetterRepository deadLetters;
    private final DatabaseLooks database;

    MessagingMetrics(OutboxRepository outbox, DeadLetterRepository deadLetters, DatabaseLooks database) {
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.database = database;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("messaging.outbox.backlog", () -> database.at(outbox::backlog))
                .description("Events committed and not yet in the log")
                .register(registry);
        Gauge.builder("messaging.outbox.oldest", () -> database.at(this::oldest))
                .baseUnit("seconds")
                .description("Age of the oldest of them in seconds")
                .register(registry);
        Gauge.builder("messaging.dead.letters", () -> database.at(deadLetters::count))
                .description("Records that could not be applied and that nobody has decided about")
                .register(registry);
    }

    private double oldest() {
        return outbox.oldestUnsent().toMillis() / 1000.0;
    }
}
