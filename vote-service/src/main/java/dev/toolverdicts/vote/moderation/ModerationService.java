package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.vote.ruling.Decision;
import dev.toolverdicts.vote.ruling.Rulings;
import dev.toolverdicts.vote.ruling.VoteAt;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/// A moderator's decision: which votes, the audit and the rulings are one transaction.
final class ModerationService {

    private static final int MOST_AT_ONCE = 5_000;

    /// @param votes how many were ruled on
    /// @param more whether the same order would rule on more
    record Outcome(int votes, boolean more) {}

    private final ModerationQueries queries;
    private final Rulings rulings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ModerationService(ModerationQueries queries, Rulings rulings, TransactionTemplate transactions, Clock clock) {
        this.queries = queries;
        this.rulings = rulings;
        this.transactions = transactions;
        this.clock = clock;
    }

    Outcome rule(UUID tool, RulingOrder order, String moderator) {
        return transactions.execute(_ -> {
            rulings.awaitTurn();
            List<VoteAt> found = order.names()
                    ? queries.ofVoters(tool, order.ruling(), order.voterIds())
                    : queries.withReason(tool, order.ruling(), order.code(), MOST_AT_ONCE + 1);
            List<VoteAt> votes = found.subList(0, Math.min(found.size(), MOST_AT_ONCE));
            rulings.decide(
                    new Decision(
                            tool,
                            order.ruling(),
                            order.code(),
                            "moderator:" + moderator,
                            order.note(),
                            clock.instant()),
                    votes);
            return new Outcome(votes.size(), votes.size() < found.size());
        });
    }
}
