package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.mail.SmtpSession;
import dev.toolverdicts.newsletter.mail.SmtpSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Runs this copy's workers. Stopping lets each finish the message it is at and gives the rest of its batch back.
class Dispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final long PAUSE_MILLIS = 500;

    private final SmtpSettings smtp;
    private final List<DispatchWorker> workers;
    private final List<Thread> threads = new ArrayList<>();
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    Dispatcher(SmtpSettings smtp, List<DispatchWorker> workers) {
        this.smtp = smtp;
        this.workers = List.copyOf(workers);
    }

    @Override
    public synchronized void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        for (DispatchWorker worker : workers) {
            threads.add(Thread.ofPlatform().name("dispatch-" + threads.size()).start(() -> work(worker, stop)));
        }
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void work(DispatchWorker worker, CountDownLatch stop) {
        while (stop.getCount() > 0) {
            try (var session = new SmtpSession(smtp)) {
                while (worker.round(session, () -> stop.getCount() > 0)) {
                    // the next batch, over the same connection
                }
            } catch (DataAccessException | TransactionException away) {
                log.warn("event=dispatch_unavailable cause={}", away.getClass().getSimpleName());
            } catch (RuntimeException e) {
                log.error("event=dispatch_failed", e);
            }
            pause(stop);
        }
    }

    private static void pause(CountDownLatch stop) {
        try {
            var _ = stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }
}
