package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.messaging.LogPositionRepository.Stored;
import dev.toolverdicts.platform.messaging.Projection.Table.Published;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// One rebuild, from the first record of the log to the switch. What fails for outside reasons goes on from the
/// shadow's stored positions; only the switch touches the live tables, in one transaction.
final class Rebuild implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FROZEN = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final long CLOSE = 100;
    private static final long TELL_EVERY = Duration.ofSeconds(1).toNanos();

    private final UUID run;
    private final Projection projection;
    private final RebuildSite site;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Long differing;
    private @Nullable String lastFailure;
    private final long began = System.nanoTime();
    private long records;
    private long told = System.nanoTime() - TELL_EVERY;

    Rebuild(UUID run, Projection projection, RebuildSite site) {
        this.run = run;
        this.projection = projection;
        this.site = site;
    }

    @Override
    public void run() {
        while (stopping.getCount() > 0) {
            try {
                attempt();
                return;
            } catch (RebuildSuperseded e) {
                log.info("rebuild ends projection={} cause={}", projection.name(), e.getMessage());
                return;
            } catch (RebuildFailed | ReplacedLog e) {
                log.error("rebuild failed projection={}", projection.name(), e);
                site.end(run, projection, "failed", String.valueOf(e.getMessage()));
                return;
            } catch (RuntimeException e) {
                interrupted(e);
            }
        }
    }

    // With its trace when it is another failure than the last one: it may be a matter of waiting.
    private void interrupted(RuntimeException failure) {
        String reason = ContentFailure.reason(failure);
        if (reason.equals(lastFailure)) {
            log.warn("rebuild interrupted again projection={} cause={}", projection.name(), reason);
        } else {
            log.warn("rebuild interrupted, goes on projection={}", projection.name(), failure);
        }
        lastFailure = reason;
        pause();
        try {
            site.note(run, reason);
        } catch (DataAccessException | TransactionException e) {
            log.debug("failure not noted", e);
        }
    }

    void stop() {
        stopping.countDown();
    }

    private void pause() {
        try {
            var _ = stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    private void attempt() {
        List<ShadowReader> readers = site.readers(projection);
        try {
            if (differing == null) {
                approach(readers);
                differing = compare(readers);
                site.shadow().analyze(projection);
            }
            approach(readers);
            if (stopping.getCount() > 0) {
                takeOver(readers, differing);
            }
        } finally {
            readers.forEach(ShadowReader::close);
        }
    }

    /// Until the rest takes well under a second.
    private void approach(List<ShadowReader> readers) {
        List<Stored> positions = site.positions(projection);
        while (stopping.getCount() > 0 && tell(readers, positions) > Math.max(CLOSE, pace() / 2)) {
            readers.forEach(reader -> read(reader, site.positions(projection), POLL));
            positions = site.positions(projection);
        }
    }

    private void read(ShadowReader reader, List<Stored> positions, Duration within) {
        Integer applied = site.transactions().execute(_ -> {
            site.shadow().enter(projection);
            return reader.read(positions, within);
        });
        records += applied == null ? 0 : applied;
    }

    private long tell(List<ShadowReader> readers, List<Stored> positions) {
        long behind = behind(readers, positions);
        if (System.nanoTime() - told > TELL_EVERY) {
            told = System.nanoTime();
            if (!site.touch(run, records, behind)) {
                throw new RebuildSuperseded();
            }
        }
        return behind;
    }

    private long pace() {
        return records * TimeUnit.SECONDS.toNanos(1) / Math.max(1, System.nanoTime() - began);
    }

    private static long behind(List<ShadowReader> readers, List<Stored> positions) {
        return readers.stream().mapToLong(reader -> reader.behind(positions)).sum();
    }

    /// To exactly where the live tables are held.
    private void reach(List<ShadowReader> readers, List<Stored> positions) {
        long deadline = System.nanoTime() + FROZEN.toNanos();
        if (readers.stream().anyMatch(reader -> reader.isAhead(positions))) {
            throw new RebuildFailed("the live positions have been moved back; begin again");
        }
        while (behind(readers, positions) > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("live tables are not held longer than " + FROZEN.toSeconds() + " s");
            }
            readers.forEach(reader -> read(reader, positions, POLL));
        }
    }

    /// The live consumers stand still only until there is a snapshot of both at one position.
    private long compare(List<ShadowReader> readers) {
        try (Freeze freeze = site.freeze(projection)) {
            reach(readers, freeze.positions());
            Long found = site.snapshot().execute(_ -> {
                site.shadow().takeSnapshot();
                freeze.release();
                return projection.tables().stream()
                        .mapToLong(table -> site.shadow().differing(projection, table))
                        .sum();
            });
            return found == null ? 0 : found;
        }
    }

    private void takeOver(List<ShadowReader> readers, long differed) {
        Map<String, Long> floors = new HashMap<>();
        published().forEach(published -> floors.put(published.topic(), site.newestVersion(published.topic())));
        site.transactions().executeWithoutResult(_ -> {
            site.hold(run);
            reach(readers, site.lockPositions(projection));
            site.shadow().lock(projection);
            projection.tables().forEach(table -> {
                Published published = table.published();
                if (published != null) {
                    long floor = floors.getOrDefault(published.topic(), 0L);
                    site.shadow().raiseVersions(projection, table, published.version(), floor);
                }
            });
            site.shadow().replace(projection);
            site.finish(run, projection, records, differed);
        });
        log.info("rebuild done projection={} records={} differing={}", projection.name(), records, differed);
        site.dropLeftovers(projection);
    }

    private Stream<Published> published() {
        return projection.tables().stream().flatMap(table -> Stream.ofNullable(table.published()));
    }
}
