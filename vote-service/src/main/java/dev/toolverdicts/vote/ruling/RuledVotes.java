package dev.toolverdicts.vote.ruling;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Counts votes that something was decided about, once the decision is committed: by each rule of its
/// own, and by moderators and voters together, whose names and codes are theirs to choose.
final class RuledVotes {

    private static final String RULE = "rule:";

    private final MeterRegistry meters;

    RuledVotes(MeterRegistry meters) {
        this.meters = meters;
        // Or the first decision would not be seen to be one.
        for (RulingKind kind : RulingKind.values()) {
            add(kind, "moderator", 0);
        }
    }

    void count(Decision decision, int votes) {
        String by = by(decision.actor());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                add(decision.ruling(), by, votes);
            }
        });
    }

    private static String by(String actor) {
        int end = actor.indexOf(':');
        return actor.startsWith(RULE) || end < 0 ? actor : actor.substring(0, end);
    }

    private void add(RulingKind ruling, String by, int votes) {
        meters.counter("vote.rulings", "ruling", ruling.toString(), "by", by).increment(votes);
    }
}
