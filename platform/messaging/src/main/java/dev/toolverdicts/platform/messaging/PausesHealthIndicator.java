package dev.toolverdicts.platform.messaging;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Says what an operator has paused. That is meant, so the service is up all the same.
final class PausesHealthIndicator implements HealthIndicator {

    private final Pauses pauses;

    PausesHealthIndicator(Pauses pauses) {
        this.pauses = pauses;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("paused", pauses.names()).build();
    }
}
