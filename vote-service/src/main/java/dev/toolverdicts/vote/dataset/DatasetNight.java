package dev.toolverdicts.vote.dataset;

import dev.toolverdicts.platform.keptfiles.KeptFileQueries;
import dev.toolverdicts.vote.knowntool.KnownTools;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/// Has each day's dataset made once its hour has come, also when the service was away then. On a thread
/// of its own: it may take minutes, and tallies must not wait for it.
final class DatasetNight {

    private static final Logger log = LoggerFactory.getLogger(DatasetNight.class);

    private final VoteDataset dataset;
    private final KeptFileQueries kept;
    private final KnownTools tools;
    private final DatasetSettings settings;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    DatasetNight(VoteDataset dataset, KeptFileQueries kept, KnownTools tools, DatasetSettings settings, Clock clock) {
        this.dataset = dataset;
        this.kept = kept;
        this.tools = tools;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${vote.dataset.every}", initialDelayString = "${vote.dataset.every}")
    void look() {
        Instant now = clock.instant();
        LocalDateTime here = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        boolean due = settings.enabled()
                && !here.toLocalTime().isBefore(settings.from())
                // Tools that are not known yet would be missing.
                && tools.complete();
        if (due && busy.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("dataset").start(() -> {
                try {
                    make(here, now);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private void make(LocalDateTime here, Instant now) {
        try {
            if (!kept.isMade(here.toLocalDate())) {
                dataset.make(here.toLocalDate(), now);
            }
        } catch (DataAccessException | TransactionException away) {
            log.warn("event=dataset_not_made cause={}", away.getClass().getSimpleName());
        }
    }
}
