package dev.toolverdicts.newsletter.issue;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/// Looks once a second for issues whose time has come, and for those that are not to go on. Every
/// copy of the service does; the row's lock decides which one starts an issue.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IssueScheduler {

    private static final Logger log = LoggerFactory.getLogger(IssueScheduler.class);

    private final MoveService moves;
    private final Clock clock;

    IssueScheduler(MoveService moves, Clock clock) {
        this.moves = moves;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void startWhatIsDue() {
        try {
            moves.pauseWhatIsTakenDown();
            while (moves.startDue(clock.instant()).isPresent()) {
                // one transaction each: a trouble with one issue holds up no other
            }
        } catch (DataAccessException | TransactionException away) {
            log.warn("event=scheduler_unavailable cause={}", away.getClass().getSimpleName());
        }
    }
}
