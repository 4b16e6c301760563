package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.platform.messaging.Act;
import dev.toolverdicts.platform.messaging.OperationAudit;
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

    private static final String WHY = "a moderator's work, which asks for no reason";

    /// @param remain how many of those that the order was about it did not get to
    record Outcome(int votes, long remain) {}

    private final HoldDeskQueries standing;
    private final HoldClaimRepository claims;
    private final Rulings rulings;
    private final OperationAudit audit;
    private final TransactionTemplate transactions;
    private final ModerationSettings settings;
    private final Clock clock;

    HoldDeskService(
            HoldDeskQueries standing,
            HoldClaimRepository claims,
            Rulings rulings,
            OperationAudit audit,
            TransactionTemplate transactions,
            ModerationSettings settings,
            Clock clock) {
        this.standing = standing;
        this.claims = claims;
        this.rulings = rulings;
        this.audit = audit;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /// @throws HoldClaimed when somebody else was first
    void claim(UUID tool, String reason, String moderator) {
        transactions.executeWithoutResult(_ -> {
            Instant now = clock.instant();
            if (!claims.take(tool, reason, moderator, now, now.plus(settings.claim()))) {
                throw new HoldClaimed(claims.other(tool, reason, moderator, now).orElse("Somebody"));
            }
            note("claim-votes", tool, reason, moderator);
        });
    }

    /// Somebody else's claim stays.
    void release(UUID tool, String reason, String moderator) {
        transactions.executeWithoutResult(_ -> {
            if (claims.release(tool, reason, moderator)) {
                note("release-votes", tool, reason, moderator);
            }
        });
    }

    /// A claim's row forgets who had it before.
    private void note(String action, UUID tool, String reason, String moderator) {
        audit.note(new Act(moderator, WHY), action, "votes:" + tool + "/" + reason, null);
    }

    /// Who has claimed votes keeps them until all are decided.
    ///
    /// @throws HoldClaimed when somebody else looks at these votes
    /// @throws DecidedMeanwhile when none of them stands as the moderator saw it
    Outcome decide(DeskOrder order, String moderator) {
        return transactions.execute(_ -> {
            rulings.awaitTurn();
            Instant now = clock.instant();
            claims.other(order.toolId(), order.reason(), moderator, now).ifPresent(other -> {
                throw new HoldClaimed(other);
            });
            List<VoteAt> votes = standing.decidable(order, settings.mostAtOnce());
            if (votes.isEmpty()) {
                throw new DecidedMeanwhile();
            }
            rulings.decide(
                    new Decision(
                            order.toolId(), order.ruling(), order.code(), "moderator:" + moderator, order.note(), now),
                    votes);
            long remain = standing.decidable(order);
            if (order.isForAll() && remain == 0) {
                claims.release(order.toolId(), order.reason(), moderator);
            }
            return new Outcome(votes.size(), remain);
        });
    }
}
