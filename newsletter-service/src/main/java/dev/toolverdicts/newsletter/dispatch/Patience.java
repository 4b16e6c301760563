package dev.toolverdicts.newsletter.dispatch;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.transaction.TransactionException;

/// Writes again and again while the database is away: what a mail server has said, nobody but the worker knows, and a
/// row it cannot give back waits for the end of its lease. Every such write carries its row's fence, so it may come
/// late or twice.
class Patience {

    private static final Logger log = LoggerFactory.getLogger(Patience.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final RetryTemplate retries;

    /// @param longest after which it gives up and throws what was thrown last
    Patience(Duration longest) {
        retries = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(Long.MAX_VALUE)
                .timeout(longest)
                .delay(Duration.ofMillis(100))
                .jitter(Duration.ofMillis(50))
                .multiplier(2)
                .maxDelay(LONGEST_PAUSE)
                .predicate(Patience::mayPass)
                .build());
    }

    void write(Runnable statement) {
        retries.invoke(statement);
    }

    /// What is wrong with the statement itself does not pass by waiting.
    private static boolean mayPass(Throwable failure) {
        boolean passes = failure instanceof NonTransientDataAccessResourceException
                || failure instanceof TransactionException
                || (failure instanceof DataAccessException && !(failure instanceof NonTransientDataAccessException));
        if (passes) {
            log.warn("event=ledger_unavailable cause={}", failure.getClass().getSimpleName());
        }
        return passes;
    }
}
