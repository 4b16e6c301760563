package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.platform.messaging.DatabaseLooks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/// How much is left to send, and how much waits for an operator. Asked when somebody looks.
@Component
class LedgerMetrics implements MeterBinder {

    private final BacklogQueries ledger;
    private final DatabaseLooks database;

    LedgerMetrics(BacklogQueries ledger, DatabaseLooks database) {
        this.ledger = ledger;
        this.database = database;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("newsletter.delivery.backlog", () -> database.at(ledger::waiting))
                .description("Rows of issues being sent that wait for their turn")
                .register(meters);
        Gauge.builder("newsletter.delivery.in.doubt", () -> database.at(ledger::inDoubt))
                .description("Messages whose fate an operator has to decide")
                .register(meters);
    }
}
