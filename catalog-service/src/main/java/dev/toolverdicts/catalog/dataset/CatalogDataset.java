package dev.toolverdicts.catalog.dataset;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.platform.keptfiles.DayFiles;
import dev.toolverdicts.platform.keptfiles.KeptFileRepository;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// Makes a day's files from the cards of one snapshot. Tools that were taken down are in none.
@Component
public class CatalogDataset {

    private final KeptFileRepository files;
    private final CardQueries cards;
    private final JsonMapper json;
    private final DayFiles days;

    CatalogDataset(
            KeptFileRepository files,
            CardQueries cards,
            DatasetSettings settings,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.cards = cards;
        this.json = json;
        days = new DayFiles(files, settings.keptDays(), transactions);
    }

    /// @return whether this call has made them; false when they are there, or another copy is at it
    public boolean make(LocalDate day, Instant now) {
        return days.make(day, now, () -> write(day));
    }

    private void write(LocalDate day) {
        try (var rows = new CatalogFiles(files, day, json)) {
            cards.each(rows::add);
        }
    }
}
