package dev.toolverdicts.gateway.copies;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/// How many copies of each service this gateway knows, and how many of them it passes over now.
@Component
class CopiesMetrics implements MeterBinder {

    private final Groups groups;

    CopiesMetrics(Groups groups) {
        this.groups = groups;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        groups.byName().forEach((name, copies) -> {
            Gauge.builder("gateway.copies", copies, Copies::known)
                    .description("Copies of a service that are known")
                    .tag("group", name)
                    .register(meters);
            Gauge.builder("gateway.copies.resting", copies, Copies::resting)
                    .description("Those of them that are passed over for a while, because they failed")
                    .tag("group", name)
                    .register(meters);
        });
    }
}
