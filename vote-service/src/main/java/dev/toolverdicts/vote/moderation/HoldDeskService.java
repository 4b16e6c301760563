package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.vote.ruling.Decision;
import dev.toolverdicts.vote.ruling.Rulings;
import dev.toolverdicts.vote.ruling.VoteAt;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/// Claims and decisions from the desk's pages. A decision's look at claims and votes comes after
/// its turn, so of two moderators who decide at once the second finds what the first has left.
final class HoldDeskService {

    private static final int MOST_AT_ONCE = 5_000;

    private final HoldDeskQueries standing;
    private final HoldClaimRepository claims;
    private final Rulings rulings;
    private final TransactionTemplate transactions;
    private final ModerationSettings settings;
    private final Clock clock;

    HoldDeskService(
            HoldDeskQueries standing,
            HoldClaimRepository claims,
            Rulings rulings,
            TransactionTemplate transactions,
            ModerationSettings settings,
            Clock clock) {
        this.standing = standing;
        this.claims = claims;
        this.rulings = rulings;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /// @throws HoldClaimed when somebody else was first
    void claim(UUID tool, String reason, String moderator) {
        Instant now = clock.instant();
        if (!claims.take(tool, reason, moderator, now, now.plus(settings.claim()))) {
            throw new HoldClaimed(claims.other(tool, reason, moderator, now).orElse("Somebody"));
        }
    }

    void release(UUID tool, String reason, String moderator) {
        claims.release(tool, reason, moderator);
    }

    /// @throws HoldClaimed when somebody else looks at these votes
    /// @throws DecidedMeanwhile when none of them stands as the moderator saw it
    ModerationService.Outcome decide(DeskOrder order, String moderator) {
        return transactions.execute(_ -> {
            rulings.awaitTurn();
            Instant now = clock.instant();
            claims.other(order.toolId(), order.reason(), moderator, now).ifPresent(other -> {
                throw new HoldClaimed(other);
            });
            List<VoteAt> found = standing.decidable(order, MOST_AT_ONCE + 1);
            if (found.isEmpty()) {
                throw new DecidedMeanwhile();
            }
            List<VoteAt> votes = found.subList(0, Math.min(found.size(), MOST_AT_ONCE));
            rulings.decide(
                    new Decision(
                            order.toolId(), order.ruling(), order.code(), "moderator:" + moderator, order.note(), now),
                    votes);
            if (order.voters().isEmpty()) {
                claims.release(order.toolId(), order.reason(), moderator);
            }
            return new ModerationService.Outcome(votes.size(), votes.size() < found.size());
        });
    }
}
