package dev.toolverdicts.newsletter.subscriber;

import dev.toolverdicts.newsletter.defence.Defence;
import dev.toolverdicts.newsletter.idempotency.Idempotency;
import dev.toolverdicts.newsletter.idempotency.KeyedRequest;
import dev.toolverdicts.newsletter.letter.Letters;
import dev.toolverdicts.newsletter.link.Mailed;
import dev.toolverdicts.newsletter.link.MailedTokens;
import dev.toolverdicts.newsletter.link.Purpose;
import dev.toolverdicts.platform.messaging.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SubscriberService {

    private static final Logger log = LoggerFactory.getLogger(SubscriberService.class);
    static final Duration CONFIRM_WITHIN = Duration.ofDays(7);

    /// Nothing is told of what came of it, so nothing is kept.
    private record Asked() {}

    private final SubscriberRepository subscribers;
    private final Idempotency idempotency;
    private final MailedTokens tokens;
    private final SubscriberLetters texts;
    private final Letters letters;
    private final Defence defence;
    private final Ids ids;
    private final Clock clock;

    SubscriberService(
            SubscriberRepository subscribers,
            Idempotency idempotency,
            MailedTokens tokens,
            SubscriberLetters texts,
            Letters letters,
            Defence defence,
            Ids ids,
            Clock clock) {
        this.subscribers = subscribers;
        this.idempotency = idempotency;
        this.tokens = tokens;
        this.texts = texts;
        this.letters = letters;
        this.defence = defence;
        this.ids = ids;
        this.clock = clock;
    }

    /// Notes the wish and mails a token. Tells nobody whether the address was known: everybody gets the
    /// same mail, and the same statements run.
    @Transactional
    void request(Subscription subscription, @Nullable KeyedRequest key) {
        idempotency.once(key, Asked.class, () -> ask(subscription, clock.instant()));
    }

    /// Whether this very request has been answered already.
    boolean isNoted(@Nullable KeyedRequest key) {
        return idempotency.earlier(key, Asked.class).isPresent();
    }

    private Asked ask(Subscription subscription, Instant now) {
        EmailAddress email = subscription.email();
        UUID id = subscribers.request(ids.next(), subscription, now);
        boolean asked = subscribers.mayBeAsked(email);
        String token = tokens.issue(
                new Mailed(Purpose.CONFIRM, id, email.text(), subscription.topics(), subscription.source()),
                now,
                CONFIRM_WITHIN);
        boolean within = defence.mayMail(email.mailbox());
        if (asked && within) {
            letters.send(email.text(), texts.confirm(token));
        }
        log.info("event=subscription_requested source={} mailed={}", subscription.source(), asked && within);
        return new Asked();
    }
}
