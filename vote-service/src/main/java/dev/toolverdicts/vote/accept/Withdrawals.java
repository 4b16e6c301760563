package dev.toolverdicts.vote.accept;

import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.voter.Receipt;
import dev.toolverdicts.vote.voter.Voter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import reactor.core.publisher.Mono;

/// Takes votes back for a caller who knows which there are, with nothing of where the request came from: what is left
/// of a vote should tell as little as it can.
public final class Withdrawals {

    private final VoteLog log;

    Withdrawals(VoteLog log) {
        this.log = log;
    }

    /// @return the withdrawal's place in the log; a refusal when it is not known to be durable, and repeating is safe
    public Mono<Receipt> withdraw(UUID toolId, Voter voter, Instant now) {
        return log.append(new VoteCast(
                toolId,
                voter.id(),
                Choice.NONE,
                voter.tier(now).toString(),
                null,
                ReferrerKind.NONE,
                voter.since().truncatedTo(ChronoUnit.HOURS),
                now,
                null));
    }
}
