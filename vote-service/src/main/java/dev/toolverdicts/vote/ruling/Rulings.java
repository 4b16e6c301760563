package dev.toolverdicts.vote.ruling;

import dev.toolverdicts.platform.messaging.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes decisions: what is written down and what is published are one transaction, the caller's. Who
/// decides takes the turn first and reads what there is to decide after that.
public final class Rulings {

    private static final Logger log = LoggerFactory.getLogger(Rulings.class);
    private static final String TOPIC = "vote.ruling.v1";
    private static final String FORGOTTEN = "votes_deleted";
    private static final String TYPE = "dev.toolverdicts.vote.ruling";

    private final RulingRepository rulings;
    private final Consumer<Event> outbox;
    private final RuledVotes ruled;

    Rulings(RulingRepository rulings, Consumer<Event> outbox, RuledVotes ruled) {
        this.rulings = rulings;
        this.outbox = outbox;
        this.ruled = ruled;
    }

    /// @return false when somebody else is deciding
    public boolean tryTurn() {
        return rulings.tryTurn();
    }

    public void awaitTurn() {
        rulings.awaitTurn();
    }

    /// What was ruled about a voter's votes gives way to rulings of the same kind that no longer say
    /// why. They stand where the old ones stood, so no tally moves, whichever of them and the
    /// withdrawals is counted first.
    public void forget(UUID voterId, Instant at) {
        awaitTurn();
        List<RulingRepository.OfVoter> standing = rulings.ofVoter(voterId, FORGOTTEN);
        rulings.delete(voterId, standing);
        standing.forEach(each -> decide(
                new Decision(each.vote().toolId(), each.ruling(), FORGOTTEN, "voter", "", at), List.of(each.vote())));
    }

    /// @param votes of the decision's tool
    public void decide(Decision decision, List<VoteAt> votes) {
        if (votes.isEmpty()) {
            return;
        }
        long audit = rulings.add(decision, votes.size());
        for (RulingRepository.Ruled each : rulings.add(audit, decision, votes)) {
            VoteRuled ruling = VoteRuled.of(decision, each.vote());
            outbox.accept(new Event(TOPIC, ruling.key(), TYPE, each.id(), ruling));
        }
        ruled.count(decision, votes.size());
        log.info(
                "votes ruled on ruling={} reason={} actor={} tool={} votes={} audit={}",
                decision.ruling(),
                decision.reason(),
                decision.actor(),
                decision.toolId(),
                votes.size(),
                audit);
    }
}
