package dev.toolverdicts.catalog.dataset;

import dev.toolverdicts.platform.keptfiles.KeptFileQueries;
import dev.toolverdicts.platform.keptfiles.Night;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every few minutes whether the day's dataset is to be made.
@Component
class DatasetNight {

    private final Night night;
    private final DatasetSettings settings;

    DatasetNight(CatalogDataset dataset, KeptFileQueries kept, DatasetSettings settings, Clock clock) {
        night = new Night(kept, dataset::make, settings.from(), clock);
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${catalog.dataset.every}", initialDelayString = "${catalog.dataset.every}")
    void look() {
        if (settings.enabled()) {
            night.look();
        }
    }
}
