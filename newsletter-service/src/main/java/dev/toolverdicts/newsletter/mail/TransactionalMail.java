package dev.toolverdicts.newsletter.mail;

import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.telemetry.TraceParent;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Mail to one person: because of what that person did, such as confirm, change of address and export,
/// or until further notice. It is stored in the caller's transaction and sent by a worker afterwards,
/// at least once; what is rolled back is never sent.
@Service
public class TransactionalMail {

    private final MailQueueRepository queue;
    private final Ids ids;
    private final Clock clock;

    TransactionalMail(MailQueueRepository queue, Ids ids, Clock clock) {
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws IllegalArgumentException when the address or the subject could be taken for the
    ///     protocol's own
    @Transactional
    public void enqueue(String to, String subject, String html, String text) {
        enqueue(to, subject, html, text, null);
    }

    /// @param wish why it comes, when nobody asked for it just now: it is not sent when that
    ///     has ended before
    /// @throws IllegalArgumentException when the address or the subject could be taken for the
    ///     protocol's own
    @Transactional
    public void enqueue(String to, String subject, String html, String text, @Nullable StandingWish wish) {
        MailText.words(subject);
        queue.add(new QueuedMail(
                ids.next(), Envelope.check(to), subject, html, text, wish, 0, clock.instant(), TraceParent.current()));
    }

    /// Drops what waits for this address.
    ///
    /// @return how many mails there were
    @Transactional
    public int forget(String to) {
        return queue.removeTo(to);
    }

    /// Drops what waits for a subscriber who wanted such mail until further notice. Hold the
    /// subscriber's row: then no such mail passes its final dot once this has committed.
    @Transactional
    public void forgetStanding(UUID subscriberId) {
        queue.removeStanding(subscriberId);
    }
}
