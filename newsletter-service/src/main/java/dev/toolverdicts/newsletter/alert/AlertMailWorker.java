package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.newsletter.alert.AlertMailRepository.Recipient;
import dev.toolverdicts.newsletter.letter.Letters;
import dev.toolverdicts.newsletter.mail.StandingWish;
import dev.toolverdicts.newsletter.subscriber.SubscriptionLinks;
import dev.toolverdicts.platform.telemetry.Traced;
import dev.toolverdicts.platform.telemetry.Tracing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts what waits for somebody into one mail. Notes are settled in the transaction that queues the
/// mail, so each change is in one.
@Component
class AlertMailWorker {

    private static final Logger log = LoggerFactory.getLogger(AlertMailWorker.class);

    private final AlertMailRepository mails;
    private final FollowRepository follows;
    private final AlertLetters texts;
    private final Letters letters;
    private final SubscriptionLinks links;
    private final AlertSettings settings;
    private final TransactionTemplate transactions;
    private final Tracing tracing;
    private final Clock clock;

    AlertMailWorker(
            AlertMailRepository mails,
            FollowRepository follows,
            AlertLetters texts,
            Letters letters,
            SubscriptionLinks links,
            AlertSettings settings,
            TransactionTemplate transactions,
            Tracing tracing,
            Clock clock) {
        this.mails = mails;
        this.follows = follows;
        this.texts = texts;
        this.letters = letters;
        this.links = links;
        this.settings = settings;
        this.transactions = transactions;
        this.tracing = tracing;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void mailAll() {
        try {
            while (Boolean.TRUE.equals(transactions.execute(_ -> mailOne()))) {
                // the next one
            }
        } catch (DataAccessException | TransactionException away) {
            log.warn("event=alert_mail_unavailable cause={}", away.getClass().getSimpleName());
        }
    }

    private boolean mailOne() {
        Instant now = clock.instant();
        Optional<Recipient> next = mails.take(now.minus(settings.gather()), settings.mailsPerDay(), now);
        next.ifPresent(recipient -> {
            // Looked at again under the lock: another copy may have mailed between the look and the lock.
            List<Note> notes = mails.waiting(recipient.id());
            if (notes.isEmpty()) {
                // All that waits is of tools that were taken down, or nothing waits any more.
                mails.settleTakenDown(recipient.id(), now);
            } else if (mails.isWithin(settings.mailsPerDay(), recipient.id(), now)) {
                if (recipient.mayBeMailed()) {
                    mail(recipient, notes, now);
                }
                mails.settle(recipient.id(), now);
            }
        });
        return next.isPresent();
    }

    /// In the trace of the first change that has one.
    private void mail(Recipient recipient, List<Note> notes, Instant now) {
        String parent = notes.stream()
                .map(Note::traceparent)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Traced traced = tracing.later("alert-mail", parent);
        try (var _ = traced.present()) {
            queue(recipient, notes, now);
        } finally {
            traced.end();
        }
    }

    private void queue(Recipient recipient, List<Note> notes, Instant now) {
        letters.send(
                recipient.email(),
                texts.alert(recipient.id(), notes, follows.words(recipient.id())),
                new StandingWish(recipient.id(), links.unfollowUrl(recipient.id(), null)));
        mails.count(recipient.id(), now);
        log.info("event=alert_mailed subscriber={} changes={}", recipient.id(), notes.size());
    }
}
