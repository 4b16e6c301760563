package dev.toolverdicts.newsletter.preference;

import dev.toolverdicts.newsletter.alert.VerdictFollowRepository;
import dev.toolverdicts.newsletter.defence.Client;
import dev.toolverdicts.newsletter.defence.Defence;
import dev.toolverdicts.newsletter.defence.Work;
import dev.toolverdicts.newsletter.letter.Letters;
import dev.toolverdicts.newsletter.link.Mailed;
import dev.toolverdicts.newsletter.link.MailedTokens;
import dev.toolverdicts.newsletter.link.Purpose;
import dev.toolverdicts.newsletter.subscriber.Consents;
import dev.toolverdicts.newsletter.subscriber.EmailAddress;
import dev.toolverdicts.newsletter.subscriber.SubscriberRepository;
import dev.toolverdicts.platform.messaging.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Moves a subscription to an address whose owner agrees, and tells the old address.
@Service
class AddressService {

    private static final Logger log = LoggerFactory.getLogger(AddressService.class);
    private static final Duration CONFIRM_WITHIN = Duration.ofDays(7);

    enum Moved {
        HERE,
        /// It was the subscriber's own address.
        WAS_HERE,
        /// Unknown or expired, or the address may not be mailed.
        NOT
    }

    private final AddressRepository addresses;
    private final SubscriberRepository subscribers;
    private final MailedTokens tokens;
    private final AddressLetters texts;
    private final Letters letters;
    private final Consents consents;
    private final VerdictFollowRepository verdicts;
    private final Defence defence;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final Clock clock;

    AddressService(
            AddressRepository addresses,
            SubscriberRepository subscribers,
            MailedTokens tokens,
            AddressLetters texts,
            Letters letters,
            Consents consents,
            VerdictFollowRepository verdicts,
            Defence defence,
            TransactionTemplate transactions,
            Ids ids,
            Clock clock) {
        this.addresses = addresses;
        this.subscribers = subscribers;
        this.tokens = tokens;
        this.texts = texts;
        this.letters = letters;
        this.consents = consents;
        this.verdicts = verdicts;
        this.defence = defence;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /// Tells nobody whether the address is known, complained or is the subscriber's own: who asks may
    /// have but a forwarded mail.
    void ask(UUID subscriberId, EmailAddress email, Client client) {
        defence.admit(client, Work.NONE);
        transactions.executeWithoutResult(_ -> {
            boolean mayBeAsked = subscribers.mayBeAsked(email);
            String token = tokens.issue(
                    new Mailed(Purpose.ADDRESS, subscriberId, email.text(), List.of(), null),
                    clock.instant(),
                    CONFIRM_WITHIN);
            boolean within = defence.mayMail(email.mailbox());
            if (mayBeAsked && within) {
                letters.send(email.text(), texts.confirm(token));
            }
        });
    }

    boolean isOpen(String token) {
        return tokens.find(Purpose.ADDRESS, token, clock.instant()).isPresent();
    }

    /// The old address's subscription ends, and the new one's begins or goes on: its owner has
    /// just agreed.
    @Transactional
    Moved move(String token, Client client) {
        Instant now = clock.instant();
        Optional<Mailed> mailed = tokens.find(Purpose.ADDRESS, token, now);
        if (mailed.isEmpty()) {
            return Moved.NOT;
        }
        Mailed wanted = mailed.get();
        EmailAddress to = EmailAddress.typed(wanted.email());
        addresses.lock(wanted.subscriberId(), to.key());
        Optional<String> from = addresses.emailOfConfirmed(wanted.subscriberId());
        if (from.isEmpty() || !tokens.use(Purpose.ADDRESS, token, now)) {
            return Moved.NOT;
        }
        if (to.key().equals(from.get().toLowerCase(Locale.ROOT))) {
            return Moved.WAS_HERE;
        }
        // It may have complained since it was asked, and been erased: then no row says so.
        if (!subscribers.mayBeAsked(to)) {
            return Moved.NOT;
        }
        Optional<UUID> moved = addresses.move(wanted.subscriberId(), to, ids.next(), now);
        moved.ifPresent(id -> {
            tokens.useAll(Purpose.ADDRESS, wanted.subscriberId(), now);
            // What was mailed to the old address has lost its subscription, a confirmation that waits included.
            tokens.revoke(wanted.subscriberId(), from.get(), now);
            verdicts.adjust(id);
            verdicts.adjust(wanted.subscriberId());
            consents.record(id, Consents.Kind.ADDRESS_CHANGED, client, now);
            letters.send(from.get(), texts.moved());
            log.info("event=address_changed subscriber={}", id);
        });
        return moved.isPresent() ? Moved.HERE : Moved.NOT;
    }
}
