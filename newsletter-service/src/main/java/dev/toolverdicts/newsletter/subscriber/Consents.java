package dev.toolverdicts.newsletter.subscriber;

import dev.toolverdicts.newsletter.defence.Client;
import dev.toolverdicts.platform.messaging.Ids;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Proof of who agreed, when, from where and to which words.
@Component
public class Consents {

    /// Of the confirming page's words; another one whenever these change.
    static final String FORM_VERSION = "2026-11";

    public enum Kind {
        CONFIRMED,
        ADDRESS_CHANGED
    }

    private final ConsentRepository consents;
    private final Ids ids;

    Consents(ConsentRepository consents, Ids ids) {
        this.consents = consents;
        this.ids = ids;
    }

    public void record(UUID subscriberId, Kind kind, Client client, Instant now) {
        consents.add(ids.next(), subscriberId, kind, client, FORM_VERSION, now);
    }
}
