package dev.toolverdicts.newsletter.dispatch;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How fast mail goes out, of all copies together.
///
/// @param limit messages in any window; 0 for no limit
/// @param perDomain messages in any window to one recipient domain; 0 for no limit
/// @param warmUp messages in any 24 hours on the first, second, … day with mail, for a sender nobody knows yet;
///     after the last there is no such limit
@ConfigurationProperties("newsletter.dispatch.rate")
record RateSettings(
        @DefaultValue("0") int limit,
        @DefaultValue("0") int perDomain,
        @DefaultValue("1m") Duration window,
        @DefaultValue List<Integer> warmUp) {

    RateSettings {
        warmUp = List.copyOf(warmUp);
        if (limit < 0 || perDomain < 0 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("newsletter.dispatch.rate must not be negative");
        }
        if (warmUp.stream().anyMatch(day -> day < 1)) {
            throw new IllegalArgumentException("newsletter.dispatch.rate.warm-up must be positive on each day");
        }
    }
}
