package dev.toolverdicts.newsletter.subscriber;

import dev.toolverdicts.newsletter.defence.Client;
import dev.toolverdicts.newsletter.link.Mailed;
import dev.toolverdicts.newsletter.link.MailedTokens;
import dev.toolverdicts.newsletter.link.Purpose;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ConfirmService {

    private static final Logger log = LoggerFactory.getLogger(ConfirmService.class);

    enum State {
        /// The button may be pressed.
        OPEN,
        DONE,
        /// Unknown, expired, or taken back.
        GONE
    }

    private final SubscriberRepository subscribers;
    private final Consents consents;
    private final MailedTokens tokens;
    private final AddressHashes hashes;
    private final Clock clock;

    ConfirmService(
            SubscriberRepository subscribers,
            Consents consents,
            MailedTokens tokens,
            AddressHashes hashes,
            Clock clock) {
        this.subscribers = subscribers;
        this.consents = consents;
        this.tokens = tokens;
        this.hashes = hashes;
        this.clock = clock;
    }

    /// What the page has to show; changes nothing.
    State look(String token) {
        if (tokens.find(Purpose.CONFIRM, token, clock.instant()).isPresent()) {
            return State.OPEN;
        }
        return tokens.isUsed(Purpose.CONFIRM, token) ? State.DONE : State.GONE;
    }

    /// The consent itself. Pressing twice, also at the same moment, gives it once.
    ///
    /// @return the subscriber, or empty when the token does not do
    @Transactional
    Optional<UUID> confirm(String token, Client client) {
        Instant now = clock.instant();
        Optional<Mailed> mailed = tokens.find(Purpose.CONFIRM, token, now);
        mailed.ifPresent(found -> subscribers.lock(found.subscriberId()));
        return mailed.filter(_ -> tokens.use(Purpose.CONFIRM, token, now))
                .filter(found -> subscribers.confirm(found, now))
                .map(found -> {
                    tokens.useAll(Purpose.CONFIRM, found.subscriberId(), now);
                    subscribers.forgetErasure(hashes.of(found.email().toLowerCase(Locale.ROOT)));
                    consents.record(found.subscriberId(), Consents.Kind.CONFIRMED, client, now);
                    log.info("event=subscription_confirmed subscriber={}", found.subscriberId());
                    return found.subscriberId();
                });
    }
}
