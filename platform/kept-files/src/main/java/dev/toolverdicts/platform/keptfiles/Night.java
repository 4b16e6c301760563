package dev.toolverdicts.platform.keptfiles;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Has each day's files made once their hour has come, also when the service was away then. On a thread
/// of its own: it may take minutes, and what else its caller does must not wait for it.
public final class Night {

    /// Makes the files of a day, if nobody else does.
    @FunctionalInterface
    public interface Making {
        boolean make(LocalDate day, Instant now);
    }

    private static final Logger log = LoggerFactory.getLogger(Night.class);

    private final KeptFileQueries kept;
    private final Making making;
    private final LocalTime from;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    /// @param from the hour, in UTC
    public Night(KeptFileQueries kept, Making making, LocalTime from, Clock clock) {
        this.kept = kept;
        this.making = making;
        this.from = from;
        this.clock = clock;
    }

    /// To be called over and over.
    public void look() {
        Instant now = clock.instant();
        LocalDateTime here = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        if (!here.toLocalTime().isBefore(from) && busy.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("dataset").start(() -> {
                try {
                    make(here.toLocalDate(), now);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private void make(LocalDate today, Instant now) {
        try {
            if (!kept.isMade(today)) {
                making.make(today, now);
            }
        } catch (DataAccessException | TransactionException away) {
            log.warn("event=dataset_not_made cause={}", away.getClass().getSimpleName());
        }
    }
}
