package dev.toolverdicts.catalog.dataset;

import dev.toolverdicts.platform.keptfiles.KeptFileQueries;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Has each day's dataset made once its hour has come, also when the service was away then. On a thread
/// of its own: other notes of the minute must not wait for it.
@Component
class DatasetNight {

    private static final Logger log = LoggerFactory.getLogger(DatasetNight.class);

    private final CatalogDataset dataset;
    private final KeptFileQueries kept;
    private final DatasetSettings settings;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    DatasetNight(CatalogDataset dataset, KeptFileQueries kept, DatasetSettings settings, Clock clock) {
        this.dataset = dataset;
        this.kept = kept;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${catalog.dataset.every}", initialDelayString = "${catalog.dataset.every}")
    void look() {
        Instant now = clock.instant();
        LocalDateTime here = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        boolean due = settings.enabled() && !here.toLocalTime().isBefore(settings.from());
        if (due && busy.compareAndSet(false, true)) {
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
                dataset.make(today, now);
            }
        } catch (DataAccessException | TransactionException away) {
            log.warn("event=dataset_not_made cause={}", away.getClass().getSimpleName());
        }
    }
}
