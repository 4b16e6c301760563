package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.platform.messaging.Act;
import dev.toolverdicts.platform.messaging.OperationAudit;
import dev.toolverdicts.vote.voice.ReasonState;
import dev.toolverdicts.vote.voice.Voices;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides which reasons everybody may read. The decision and who made it are one transaction.
final class ReasonDeskService {

    private static final String WHY = "a moderator's work, which asks for no reason";

    private final Voices voices;
    private final OperationAudit audit;
    private final TransactionTemplate transactions;

    ReasonDeskService(Voices voices, OperationAudit audit, TransactionTemplate transactions) {
        this.voices = voices;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// @throws ReasonChanged when there is nothing left to decide about what the moderator has read
    void decide(long number, ReasonState state, String moderator) {
        transactions.executeWithoutResult(_ -> {
            if (!voices.decide(number, state)) {
                throw new ReasonChanged();
            }
            String action = state == ReasonState.SHOWN ? "show-reason" : "reject-reason";
            // Its number alone: what an erased voter has written must not stay in the audit.
            audit.note(new Act(moderator, WHY), action, "reason:" + number, null);
        });
    }
}
