package dev.toolverdicts.newsletter.subscriber;

import dev.toolverdicts.newsletter.defence.Client;
import dev.toolverdicts.newsletter.defence.Defence;
import dev.toolverdicts.newsletter.defence.Work;
import dev.toolverdicts.newsletter.idempotency.KeyedRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The one way in, for form and API alike.
@Component
class Signups {

    private static final Logger log = LoggerFactory.getLogger(Signups.class);

    private final Defence defence;
    private final SubscriberService subscribers;

    Signups(Defence defence, SubscriberService subscribers) {
        this.defence = defence;
        this.subscribers = subscribers;
    }

    /// The network is counted in a transaction of its own: everybody of a network would wait for a row that the request
    /// holds to its end.
    void request(Subscription subscription, Work work, Client client, @Nullable KeyedRequest key) {
        if (subscribers.isNoted(key)) {
            return; // told the same again, and charged once
        }
        defence.admit(client, work);
        if (work.isTrapped()) {
            log.info("event=subscription_trapped"); // the program is told what everybody is told
        } else {
            subscribers.request(subscription, key);
        }
    }
}
