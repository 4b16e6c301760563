package dev.toolverdicts.newsletter.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param mailsPerDay alert mails to one subscriber in any 24 hours; what is beyond waits and comes together
/// @param gather how long a change waits for others to share its mail
/// @param plainHttp whether webhooks may be called without TLS
/// @param privateAddresses whether webhooks may be called that are not in the public internet
@ConfigurationProperties("newsletter.alert")
record AlertSettings(
        @DefaultValue("3") int mailsPerDay,
        @DefaultValue("10m") Duration gather,
        @DefaultValue("false") boolean plainHttp,
        @DefaultValue("false") boolean privateAddresses) {

    AlertSettings {
        if (mailsPerDay < 1 || mailsPerDay > 100) {
            throw new IllegalArgumentException("newsletter.alert.mails-per-day must be from 1 to 100");
        }
        if (gather.isNegative() || gather.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("newsletter.alert.gather must be from nothing to a day");
        }
    }
}
