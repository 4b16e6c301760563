package dev.toolverdicts.newsletter.mail;

import dev.toolverdicts.platform.telemetry.Traced;
import dev.toolverdicts.platform.telemetry.Tracing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Sends what is queued. Any number of copies may; each mail is taken by one of them at a time.
@Component
class TransactionalMailWorker {

    private static final Logger log = LoggerFactory.getLogger(TransactionalMailWorker.class);
    /// Longer than a session may take for one message.
    private static final Duration LEASE = Duration.ofMinutes(15);

    private final MailQueueRepository queue;
    private final QueuedMailWriter writer;
    private final SmtpSettings settings;
    private final SmtpReplies replies;
    private final Tracing tracing;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    TransactionalMailWorker(
            MailQueueRepository queue,
            QueuedMailWriter writer,
            SmtpSettings settings,
            SmtpReplies replies,
            Tracing tracing,
            Clock clock) {
        this.queue = queue;
        this.writer = writer;
        this.settings = settings;
        this.replies = replies;
        this.tracing = tracing;
        this.clock = clock;
    }

    /// At a fixed rate, which runs on a thread of its own: all that is delayed shares one, and a mail
    /// server may be slow.
    @Scheduled(fixedRate = 500)
    void sendWhatIsDue() {
        if (busy.compareAndSet(false, true)) {
            try {
                sendAll();
            } finally {
                busy.set(false);
            }
        }
    }

    private void sendAll() {
        try (var session = new SmtpSession(settings)) {
            Optional<QueuedMail> next = queue.take(clock.instant(), LEASE);
            while (next.isPresent()) {
                work(session, next.get());
                next = queue.take(clock.instant(), LEASE);
            }
        } catch (DataAccessException | TransactionException away) {
            log.warn("event=mail_queue_unavailable cause={}", away.getClass().getSimpleName());
        }
    }

    private void work(SmtpSession session, QueuedMail mail) {
        Traced traced = tracing.later("mail", mail.traceparent());
        try (var _ = traced.present()) {
            Outcome outcome = send(session, mail);
            traced.note("outcome", outcome.getClass().getSimpleName());
            settle(mail, outcome);
        } finally {
            traced.end();
        }
    }

    private Outcome send(SmtpSession session, QueuedMail mail) {
        return session.send(
                writer.envelope(mail),
                writer.write(mail),
                mail.wish() == null ? BeforeDot.ALWAYS : () -> queue.isStillWished(mail));
    }

    /// In doubt means again: a second copy of a link does no harm, none at all does.
    private void settle(QueuedMail mail, Outcome outcome) {
        Instant now = clock.instant();
        replies.count(mail.to(), outcome);
        if (outcome instanceof Outcome.Accepted) {
            queue.remove(mail.id());
            log.info("event=mail_sent mail={} attempts={}", mail.id(), mail.attempts());
        } else if (outcome instanceof Outcome.Withheld) {
            queue.remove(mail.id());
            log.info("event=mail_withheld mail={}", mail.id());
        } else if (outcome instanceof Outcome.Rejected(int code, var _)) {
            queue.remove(mail.id());
            log.warn("event=mail_rejected mail={} code={}", mail.id(), code);
        } else if (now.isAfter(mail.queuedAt().plus(BackOff.GIVE_UP))) {
            queue.remove(mail.id());
            log.warn("event=mail_given_up mail={} attempts={}", mail.id(), mail.attempts());
        } else {
            queue.again(mail.id(), now.plus(BackOff.after(mail.attempts(), ThreadLocalRandom.current())));
        }
    }
}
