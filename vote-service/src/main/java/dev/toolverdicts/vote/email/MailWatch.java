package dev.toolverdicts.vote.email;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The thread that mails: a mail server may take its time, and nothing else should wait for it.
final class MailWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailWatch.class);

    private final @Nullable Mailer mailer;
    private final Duration every;
    private volatile CountDownLatch end = new CountDownLatch(0);

    /// @param mailer null where no mail can be sent: then there is nothing to do
    MailWatch(@Nullable Mailer mailer, Duration every) {
        this.mailer = mailer;
        this.every = every;
    }

    @Override
    public void start() {
        Mailer sending = mailer;
        if (sending != null) {
            end = new CountDownLatch(1);
            var _ = Thread.ofPlatform().name("vote-mails").daemon().start(() -> run(sending));
        }
    }

    private void run(Mailer sending) {
        try {
            while (!end.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                look(sending);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Mailer sending) {
        try {
            while (end.getCount() > 0 && sending.sendNext()) {}
            sending.forgetOld();
        } catch (RuntimeException e) { // this thread is the only one that mails
            // Its message may hold an address.
            log.warn("mails not looked for, trying again cause={}", e.getClass().getSimpleName());
        }
    }

    /// A mail that is being sent is not waited for: it comes again.
    @Override
    public void stop() {
        end.countDown();
    }

    @Override
    public boolean isRunning() {
        return end.getCount() > 0;
    }
}
