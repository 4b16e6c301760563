package dev.toolverdicts.newsletter.bounce;

import jakarta.mail.MessagingException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Looks into the mailbox that gets what comes back, where there is one. Several copies may: a report that two of
/// them hand in counts once.
@Component
class MailboxPoller {

    private static final Logger log = LoggerFactory.getLogger(MailboxPoller.class);

    private final MailboxSettings settings;
    private final ReportService reports;
    private final AtomicBoolean busy = new AtomicBoolean();

    MailboxPoller(MailboxSettings settings, ReportService reports) {
        this.settings = settings;
        this.reports = reports;
    }

    /// At a fixed rate, which runs on a thread of its own: all that is delayed shares one, and a mailbox may be
    /// slow.
    @Scheduled(fixedRateString = "${newsletter.bounce.mailbox.every:1m}")
    void look() {
        if (settings.isOn() && busy.compareAndSet(false, true)) {
            try {
                drain();
            } finally {
                busy.set(false);
            }
        }
    }

    private void drain() {
        try {
            int taken = new Mailbox(settings).drain(this::take);
            if (taken > 0) {
                log.info("event=mailbox_drained messages={}", taken);
            }
        } catch (MessagingException trouble) {
            // The server's words may quote an address.
            log.warn("event=mailbox_unavailable cause={}", trouble.getClass().getSimpleName());
        } catch (DataAccessException | TransactionException away) {
            log.warn("event=mailbox_waits cause={}", away.getClass().getSimpleName());
        }
    }

    /// What can never be stored stays where it is, for a person to look at; all behind it is taken.
    private boolean take(byte[] raw) {
        try {
            reports.take(raw);
            return true;
        } catch (DataIntegrityViolationException | IllegalArgumentException refused) {
            log.warn("event=report_left cause={}", refused.getClass().getSimpleName());
            return false;
        }
    }
}
