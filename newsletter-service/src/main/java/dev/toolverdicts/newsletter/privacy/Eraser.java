package dev.toolverdicts.newsletter.privacy;

import dev.toolverdicts.newsletter.click.ClickService;
import dev.toolverdicts.newsletter.mail.TransactionalMail;
import dev.toolverdicts.newsletter.subscriber.AddressHashes;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes an address out of everything we have.
@Component
class Eraser {

    private final PrivacyRepository subscribers;
    private final AddressHashes hashes;
    private final TransactionalMail queue;
    private final ClickService clicks;

    Eraser(PrivacyRepository subscribers, AddressHashes hashes, TransactionalMail queue, ClickService clicks) {
        this.subscribers = subscribers;
        this.hashes = hashes;
        this.queue = queue;
        this.clicks = clicks;
    }

    /// In the caller's transaction, which has locked the subscriber: the dispatcher locks
    /// subscribers before deliveries, and so does this.
    @Transactional(propagation = Propagation.MANDATORY)
    public Erasure erase(PrivacyRepository.Known known, Instant now) {
        UUID subscriber = known.subscriberId();
        byte[] hash = hashes.of(known.email().toLowerCase(Locale.ROOT));
        subscribers.remember(hash, known.reason(), now);
        queue.forget(known.email());
        queue.forgetStanding(subscriber);
        subscribers.forgetExcerpts(known.email());
        subscribers.mailedTo(subscriber).forEach(queue::forget);
        clicks.forget(subscriber);
        subscribers.erase(subscriber);
        return Erasure.of(now, subscriber, known.reason(), hash);
    }
}
