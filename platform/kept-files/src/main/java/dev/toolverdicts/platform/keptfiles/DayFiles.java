package dev.toolverdicts.platform.keptfiles;

import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes all files of a day from one snapshot, and forgets the days whose time is over.
public final class DayFiles {

    private static final Logger log = LoggerFactory.getLogger(DayFiles.class);

    private final KeptFileRepository files;
    private final int keptDays;
    private final TransactionTemplate snapshot;

    /// @param keptDays how many days are kept, the one that is made among them
    public DayFiles(KeptFileRepository files, int keptDays, PlatformTransactionManager transactions) {
        this.files = files;
        this.keptDays = keptDays;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// @param write writes the day's files, within the snapshot
    /// @return whether this call has made them; false when they are there, or another copy is at it
    public boolean make(LocalDate day, Instant now, Runnable write) {
        boolean made = Boolean.TRUE.equals(snapshot.execute(_ -> {
            if (!files.begin(day, now)) {
                return false;
            }
            write.run();
            files.forgetBefore(day.minusDays(keptDays - 1L));
            return true;
        }));
        if (made) {
            log.info("event=dataset_made day={}", day);
        }
        return made;
    }
}
