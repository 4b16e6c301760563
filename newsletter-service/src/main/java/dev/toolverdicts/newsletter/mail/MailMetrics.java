package dev.toolverdicts.newsletter.mail;

import dev.toolverdicts.platform.messaging.DatabaseLooks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/// Whether people get the mails that they wait for: links to confirm with, alerts. Asked when
/// somebody looks.
@Component
class MailMetrics implements MeterBinder {

    private final MailQueueQueries queue;
    private final DatabaseLooks database;

    MailMetrics(MailQueueQueries queue, DatabaseLooks database) {
        this.queue = queue;
        this.database = database;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("newsletter.mail.backlog", () -> database.at(queue::waiting))
                .description("Single mails that wait to be sent")
                .register(meters);
        Gauge.builder("newsletter.mail.oldest", () -> database.at(queue::oldest))
                .baseUnit("seconds")
                .description("Age of the oldest of them in seconds")
                .register(meters);
    }
}
