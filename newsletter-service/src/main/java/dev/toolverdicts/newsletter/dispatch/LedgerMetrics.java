package dev.toolverdicts.newsletter.dispatch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/// How much is left to send, and how much waits for an operator. Asked when somebody looks.
@Component
class LedgerMetrics implements MeterBinder {

    private final BacklogQueries ledger;

    LedgerMetrics(BacklogQueries ledger) {
        this.ledger = ledger;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("newsletter.delivery.backlog", () -> ledger.waiting())
                .description("Rows of issues being sent that wait for their turn")
                .register(meters);
        Gauge.builder("newsletter.delivery.in.doubt", () -> ledger.inDoubt())
                .description("Messages whose fate an operator has to decide")
                .register(meters);
    }
}
