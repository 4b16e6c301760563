package dev.toolverdicts.vote.myvotes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// Deletes again what a log from a backup has brought back. It goes through the log as the voter's
/// own deletion does, so it takes a while, and the service serves meanwhile.
final class RestoredDeletions implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RestoredDeletions.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /// All votes may have to be read.
    private static final Duration LOOKING = Duration.ofMinutes(10);

    private final DeletionList list;
    private final VoteDeletion deletion;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger again = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    RestoredDeletions(DeletionList list, VoteDeletion deletion) {
        this.list = list;
        this.deletion = deletion;
    }

    /// @param listed voters on the list
    /// @param deletedAgain of these, whose votes had come back
    /// @param waiting of these, who may have votes that have come back: all of them until that was
    ///     looked up; 0 when nothing has been begun, or it is done
    record State(boolean kept, int listed, int deletedAgain, int waiting) {}

    State state() {
        return state(latest());
    }

    private State state(Map<UUID, Instant> latest) {
        return new State(list.isKept(), latest.size(), again.get(), waiting.get());
    }

    /// Goes through the list, in a thread of its own; does nothing while it is at that.
    ///
    /// @throws UncheckedIOException when the list cannot be read
    State begin() {
        Map<UUID, Instant> latest = latest();
        if (!latest.isEmpty() && busy.compareAndSet(false, true)) {
            waiting.set(latest.size());
            Thread.ofPlatform().name("deletions-again").daemon().start(() -> {
                try {
                    insist(deletion.back(latest), LOOKING).ifPresent(this::deleteAgain);
                } finally {
                    busy.set(false);
                }
            });
        }
        return state(latest);
    }

    private Map<UUID, Instant> latest() {
        try {
            return list.latest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteAgain(Map<UUID, Instant> back) {
        waiting.set(back.size());
        back.forEach((voterId, asked) -> insist(deletion.deleteAgain(voterId, asked), PATIENCE)
                .ifPresent(deleted -> {
                    if (deleted) {
                        again.incrementAndGet();
                    }
                    waiting.decrementAndGet();
                }));
    }

    /// Counting may be behind and the log away: then again, for as long as it takes.
    ///
    /// @return empty when the service stops before
    private <T> Optional<T> insist(Mono<T> step, Duration patience) {
        while (closed.getCount() > 0) {
            try {
                return step.blockOptional(patience);
            } catch (RuntimeException notNow) {
                log.info("votes not deleted again, trying again cause={}", notNow.toString());
                pause();
            }
        }
        return Optional.empty();
    }

    private void pause() {
        try {
            var _ = closed.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
