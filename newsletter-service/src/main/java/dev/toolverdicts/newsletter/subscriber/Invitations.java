package dev.toolverdicts.newsletter.subscriber;

import dev.toolverdicts.newsletter.letter.Letters;
import dev.toolverdicts.newsletter.link.Mailed;
import dev.toolverdicts.newsletter.link.MailedTokens;
import dev.toolverdicts.newsletter.link.Purpose;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Mails the token to somebody who is in the list already and was never asked.
@Component
public class Invitations {

    private final SubscriberRepository subscribers;
    private final AddressHashes hashes;
    private final MailedTokens tokens;
    private final SubscriberLetters texts;
    private final Letters letters;
    private final Clock clock;

    Invitations(
            SubscriberRepository subscribers,
            AddressHashes hashes,
            MailedTokens tokens,
            SubscriberLetters texts,
            Letters letters,
            Clock clock) {
        this.subscribers = subscribers;
        this.hashes = hashes;
        this.tokens = tokens;
        this.texts = texts;
        this.letters = letters;
        this.clock = clock;
    }

    /// Asks whoever is still pending; whoever has left, been erased or confirmed since is left alone.
    @Transactional
    public void invite(UUID subscriberId) {
        Instant now = clock.instant();
        Optional<Subscription> wish = subscribers.lockPending(subscriberId);
        wish.filter(pending ->
                        !subscribers.isRemembered(hashes.of(pending.email().key())))
                .ifPresent(pending -> {
                    var mailed = new Mailed(
                            Purpose.CONFIRM, subscriberId, pending.email().text(), pending.topics(), pending.source());
                    String token = tokens.issue(mailed, now, SubscriberService.CONFIRM_WITHIN);
                    letters.send(pending.email().text(), texts.invitation(token));
                });
    }
}
