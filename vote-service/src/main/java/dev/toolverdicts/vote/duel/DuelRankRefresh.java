package dev.toolverdicts.vote.duel;

import dev.toolverdicts.vote.knowntool.KnownTools;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/// Ranks again as often as boards are looked at.
final class DuelRankRefresh {

    private static final Logger log = LoggerFactory.getLogger(DuelRankRefresh.class);

    private final DuelRanks ranks;
    private final KnownTools tools;
    private final Clock clock;

    DuelRankRefresh(DuelRanks ranks, KnownTools tools, Clock clock) {
        this.ranks = ranks;
        this.tools = tools;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${vote.ranking.refresh-every}")
    void refresh() {
        // Made of the tools known so far, ranks would lack some.
        if (!tools.complete()) {
            return;
        }
        try {
            ranks.refresh(clock.instant());
        } catch (DataAccessException | TransactionException e) {
            log.warn("duels not ranked, trying again cause={}", e.toString());
        }
    }
}
