package dev.toolverdicts.vote.ranking;

import dev.toolverdicts.vote.knowntool.KnownTools;
import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/// Looks every half minute whether boards need work: somebody voted, or a minute has passed and places that depend on
/// time may have moved.
final class LeaderboardRefresh {

    private static final Logger log = LoggerFactory.getLogger(LeaderboardRefresh.class);

    private final Leaderboards boards;
    private final StandingQueries queries;
    private final KnownTools tools;
    private final RankingSettings settings;
    private final CountedLog counted;
    private final Clock clock;
    private boolean restored;
    private long seen = -1;
    private Instant computed = Instant.EPOCH;

    LeaderboardRefresh(
            Leaderboards boards,
            StandingQueries queries,
            KnownTools tools,
            CountedLog counted,
            RankingSettings settings,
            Clock clock) {
        this.boards = boards;
        this.queries = queries;
        this.tools = tools;
        this.counted = counted;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${vote.ranking.refresh-every}")
    void refresh() {
        // A board made of the tools or votes known so far would rank too few, and be final when its window is over.
        if (!tools.complete() || !counted.hasCaughtUp()) {
            return;
        }
        try {
            if (!restored) {
                boards.restore();
                restored = true;
            }
            long revision = queries.revision();
            Instant now = clock.instant();
            if ((revision != seen || !now.isBefore(computed.plus(settings.decayEvery()))) && boards.refresh(now)) {
                seen = revision;
                computed = now;
            }
        } catch (DataAccessException | TransactionException | KafkaException e) {
            log.warn("leaderboards not computed, trying again cause={}", e.toString());
        }
    }
}
