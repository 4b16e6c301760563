package dev.toolverdicts.newsletter.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param invitationsPerMinute mails to imported people that a copy queues; more at once make a mail server
///     suspicious, and everybody else's mail wait
@ConfigurationProperties("newsletter.import")
record ImportSettings(@DefaultValue("600") int invitationsPerMinute) {

    ImportSettings {
        if (invitationsPerMinute < 1 || invitationsPerMinute > 60_000) {
            throw new IllegalArgumentException("newsletter.import.invitations-per-minute must be from 1 to 60000");
        }
    }

    /// For a worker that comes ten times a minute.
    int perRound() {
        return Math.max(1, invitationsPerMinute / 10);
    }
}
