package dev.toolverdicts.newsletter.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Notes each change for everybody who follows what it is about. Every copy does; a change's lock decides which
/// one.
@Component
class AlertMatcher {

    private static final Logger log = LoggerFactory.getLogger(AlertMatcher.class);

    private final MatchRepository matches;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AlertMatcher(MatchRepository matches, TransactionTemplate transactions, Clock clock) {
        this.matches = matches;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void matchAll() {
        try {
            while (Boolean.TRUE.equals(transactions.execute(_ -> matchOne()))) {
                // the next one
            }
        } catch (DataAccessException | TransactionException away) {
            log.warn(
                    "event=alert_matching_unavailable cause={}", away.getClass().getSimpleName());
        }
    }

    private boolean matchOne() {
        Instant now = clock.instant();
        Optional<UUID> change = matches.take();
        change.ifPresent(id -> {
            int mails = matches.noteMails(id, now);
            int posts = matches.notePosts(id, now);
            matches.settle(id, now);
            if (mails + posts > 0) {
                log.info("event=alert_noted change={} mails={} posts={}", id, mails, posts);
            }
        });
        return change.isPresent();
    }
}
