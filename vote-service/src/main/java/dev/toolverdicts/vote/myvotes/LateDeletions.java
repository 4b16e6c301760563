package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.ruling.Rulings;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Finishes deletions that were answered before their withdrawals were counted. Rules and moderators
/// knew of no withdrawal meanwhile: what they have decided gives way now, and there is no vote left to decide about.
final class LateDeletions {

    private static final Logger log = LoggerFactory.getLogger(LateDeletions.class);

    private final DeletionRepository deletions;
    private final Rulings rulings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LateDeletions(DeletionRepository deletions, Rulings rulings, TransactionTemplate transactions, Clock clock) {
        this.deletions = deletions;
        this.rulings = rulings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void finish() {
        try {
            if (deletions.any()) {
                transactions.executeWithoutResult(_ -> finishCounted());
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("deletions not finished, trying again cause={}", e.toString());
        }
    }

    /// In turn with whoever decides, or a decision could slip in between.
    private void finishCounted() {
        rulings.awaitTurn();
        deletions.takeCounted().forEach(voter -> rulings.forget(voter, clock.instant()));
    }
}
