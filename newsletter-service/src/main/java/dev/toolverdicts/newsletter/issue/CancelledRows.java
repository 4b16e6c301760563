package dev.toolverdicts.newsletter.issue;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Writes into the ledger of a cancelled issue that nobody waits there any more. Each part is a transaction of its own:
/// a hundred thousand rows in one would hold up whoever needs any of them. What a process that dies has done stays; the
/// rest is found by any copy that comes next.
@Component
class CancelledRows {

    static final int PART = 1000;
    private static final Logger log = LoggerFactory.getLogger(CancelledRows.class);

    private final LedgerRepository ledger;
    private final Clock clock;

    CancelledRows(LedgerRepository ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void settleAll() {
        try {
            for (var issue : ledger.cancelledWithWaiting()) {
                long rows = 0;
                int part;
                do {
                    part = ledger.suppressWaiting(issue, PART, clock.instant());
                    rows += part;
                } while (part == PART);
                log.info("event=cancelled_rows_settled issue={} rows={}", issue, rows);
            }
        } catch (DataAccessException | TransactionException away) {
            log.warn(
                    "event=cancelled_rows_unavailable cause={}", away.getClass().getSimpleName());
        }
    }
}
