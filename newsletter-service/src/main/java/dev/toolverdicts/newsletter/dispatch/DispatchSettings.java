package dev.toolverdicts.newsletter.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param sessions connections to the mail server that this copy holds while there is something to send; 0 sends
/// nothing
/// @param batch rows that a session claims at once
/// @param lease after which a silent worker is taken for dead; longer than a session may wait for a reply
/// @param firstRetry wait before the second attempt; doubled each time
@ConfigurationProperties("newsletter.dispatch")
record DispatchSettings(
        @DefaultValue("4") int sessions,
        @DefaultValue("50") int batch,
        @DefaultValue("15m") Duration lease,
        @DefaultValue("1m") Duration firstRetry) {

    DispatchSettings {
        if (sessions < 0 || sessions > 100) {
            throw new IllegalArgumentException("newsletter.dispatch.sessions must be from 0 to 100");
        }
        if (batch < 1 || batch > 1000) {
            throw new IllegalArgumentException("newsletter.dispatch.batch must be from 1 to 1000");
        }
        if (lease.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("newsletter.dispatch.lease must be a second at least");
        }
    }
}
