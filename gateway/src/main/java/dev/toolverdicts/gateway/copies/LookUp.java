package dev.toolverdicts.gateway.copies;

import java.net.InetAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Asks again and again what the names of copies stand for, where copies come and go. On a thread of its own, since a
/// name server may be silent.
@Component
final class LookUp implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(LookUp.class);

    private final Groups groups;
    private final Addresses addresses = new Addresses(InetAddress::getAllByName);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("look-up").daemon().factory());

    LookUp(Groups groups, CopiesSettings settings) {
        this.groups = groups;
        long every = settings.lookUpEvery().toMillis();
        if (every > 0) {
            // Before the first request.
            groups.lookUp(addresses);
            var _ = thread.scheduleWithFixedDelay(this::again, every, every, TimeUnit.MILLISECONDS);
        }
    }

    /// A failure would end the schedule.
    private void again() {
        try {
            groups.lookUp(addresses);
        } catch (RuntimeException failure) {
            log.error("event=look_up_failed", failure);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
