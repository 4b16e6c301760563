package dev.toolverdicts.newsletter.privacy;

import dev.toolverdicts.newsletter.click.ClickService;
import dev.toolverdicts.newsletter.defence.Client;
import dev.toolverdicts.newsletter.defence.Defence;
import dev.toolverdicts.newsletter.defence.Work;
import dev.toolverdicts.newsletter.letter.Letters;
import dev.toolverdicts.newsletter.link.Mailed;
import dev.toolverdicts.newsletter.link.MailedTokens;
import dev.toolverdicts.newsletter.link.Purpose;
import dev.toolverdicts.newsletter.subscriber.AddressHashes;
import dev.toolverdicts.newsletter.subscriber.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class PrivacyService {

    private static final Logger log = LoggerFactory.getLogger(PrivacyService.class);
    private static final Duration FRESH = Duration.ofDays(1);

    private final PrivacyRepository subscribers;
    private final ExportQueries stored;
    private final MailedTokens tokens;
    private final AddressHashes hashes;
    private final PrivacyLetters texts;
    private final Letters letters;
    private final ClickService clicks;
    private final Eraser eraser;
    private final Erasures erasures;
    private final Defence defence;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PrivacyService(
            PrivacyRepository subscribers,
            ExportQueries stored,
            MailedTokens tokens,
            AddressHashes hashes,
            PrivacyLetters texts,
            Letters letters,
            ClickService clicks,
            Eraser eraser,
            Erasures erasures,
            Defence defence,
            TransactionTemplate transactions,
            Clock clock) {
        this.subscribers = subscribers;
        this.stored = stored;
        this.tokens = tokens;
        this.hashes = hashes;
        this.texts = texts;
        this.letters = letters;
        this.clicks = clicks;
        this.eraser = eraser;
        this.erasures = erasures;
        this.defence = defence;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Mails links to whoever has the inbox, or that nothing is stored: the page's answer is the same,
    /// and so is the work.
    void ask(EmailAddress email, Client client) {
        defence.admit(client, Work.NONE);
        transactions.executeWithoutResult(_ -> {
            Instant now = clock.instant();
            Optional<UUID> known = subscribers.find(email.key());
            if (defence.mayMail(email.mailbox())) {
                letters.send(
                        email.text(),
                        known.map(id -> texts.links(
                                        id,
                                        tokens.issue(mailed(Purpose.EXPORT, id, email), now, FRESH),
                                        tokens.issue(mailed(Purpose.ERASE, id, email), now, FRESH)))
                                .orElseGet(texts::nothing));
            }
        });
    }

    boolean isOpen(Purpose purpose, String token) {
        return tokens.find(purpose, token, clock.instant()).isPresent();
    }

    /// Everything that is stored, as it is stored.
    @Transactional(readOnly = true)
    Optional<Map<String, Object>> export(String token) {
        Instant now = clock.instant();
        return tokens.find(Purpose.EXPORT, token, now).map(mailed -> {
            UUID subscriber = mailed.subscriberId();
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("asOf", now);
            all.putAll(stored.of(subscriber, hashes.of(mailed.email().toLowerCase(Locale.ROOT))));
            all.put("clicks", clicks.followedBy(subscriber));
            return all;
        });
    }

    @Transactional
    boolean erase(String token) {
        Instant now = clock.instant();
        Optional<UUID> id = tokens.find(Purpose.ERASE, token, now).map(Mailed::subscriberId);
        Optional<PrivacyRepository.Known> known = id.flatMap(subscribers::lock);
        if (known.isEmpty() || !tokens.use(Purpose.ERASE, token, now)) {
            return false;
        }
        Erasure erasure = eraser.erase(known.get(), now);
        erasures.note(erasure);
        log.info("event=subscriber_erased subscriber={}", erasure.subscriberId());
        return true;
    }

    private static Mailed mailed(Purpose purpose, UUID id, EmailAddress email) {
        return new Mailed(purpose, id, email.text(), List.of(), null);
    }
}
