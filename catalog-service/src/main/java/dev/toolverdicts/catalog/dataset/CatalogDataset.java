package dev.toolverdicts.catalog.dataset;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.platform.keptfiles.KeptFileRepository;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Makes a day's files from the cards of one snapshot. Tools that were taken down are in none.
@Component
public class CatalogDataset {

    private static final Logger log = LoggerFactory.getLogger(CatalogDataset.class);

    private final KeptFileRepository files;
    private final CardQueries cards;
    private final DatasetSettings settings;
    private final JsonMapper json;
    private final TransactionTemplate snapshot;

    CatalogDataset(
            KeptFileRepository files,
            CardQueries cards,
            DatasetSettings settings,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.cards = cards;
        this.settings = settings;
        this.json = json;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// @return whether this call has made them; false when they are there, or another copy is at it
    public boolean make(LocalDate day, Instant now) {
        boolean made = Boolean.TRUE.equals(snapshot.execute(_ -> files.begin(day, now) && write(day)));
        if (made) {
            log.info("event=dataset_made day={}", day);
        }
        return made;
    }

    private boolean write(LocalDate day) {
        try (var rows = new CatalogFiles(files, day, json)) {
            cards.each(rows::add);
        }
        files.forgetBefore(day.minusDays(settings.keptDays() - 1L));
        return true;
    }
}
