package dev.toolverdicts.review.helpful;

import dev.toolverdicts.review.review.PanelRefreshService;
import dev.toolverdicts.review.review.ReviewNotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes readers' answers. The panel's event tells the sums a moment later.
@Service
public class HelpfulService {

    private static final Logger log = LoggerFactory.getLogger(HelpfulService.class);

    private final HelpfulRepository answers;
    private final HelpfulQueries queries;
    private final PanelRefreshService panels;
    private final Clock clock;

    HelpfulService(HelpfulRepository answers, HelpfulQueries queries, PanelRefreshService panels, Clock clock) {
        this.answers = answers;
        this.queries = queries;
        this.panels = panels;
        this.clock = clock;
    }

    /// Notes an answer in the place of an earlier one.
    ///
    /// @param answer null takes the earlier one back
    /// @throws ReviewNotFound when there is no current review
    @Transactional
    public Helpful answer(UUID toolId, String criticKey, Voter voter, @Nullable Answer answer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean changed = answer == null
                ? answers.delete(toolId, criticKey, voter.key())
                : answers.save(toolId, criticKey, voter.key(), answer, now);
        Helpful helpful = queries.find(toolId, criticKey, voter.key()).orElseThrow(ReviewNotFound::new);
        if (changed) {
            panels.ask(toolId);
            log.info(
                    "event=review_rated tool={} critic={} yes={} no={}",
                    toolId,
                    criticKey,
                    helpful.yes(),
                    helpful.no());
        }
        return helpful;
    }
}
