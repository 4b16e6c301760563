package dev.toolverdicts.vote.dataset;

import dev.toolverdicts.platform.keptfiles.KeptFileQueries;
import dev.toolverdicts.platform.keptfiles.Night;
import dev.toolverdicts.vote.knowntool.KnownTools;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;

/// Looks every few minutes whether the day's dataset is to be made.
final class DatasetNight {

    private final Night night;
    private final KnownTools tools;
    private final DatasetSettings settings;

    DatasetNight(VoteDataset dataset, KeptFileQueries kept, KnownTools tools, DatasetSettings settings, Clock clock) {
        night = new Night(kept, dataset::make, settings.from(), clock);
        this.tools = tools;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${vote.dataset.every}", initialDelayString = "${vote.dataset.every}")
    void look() {
        // Tools that are not known yet would be missing.
        if (settings.enabled() && tools.complete()) {
            night.look();
        }
    }
}
