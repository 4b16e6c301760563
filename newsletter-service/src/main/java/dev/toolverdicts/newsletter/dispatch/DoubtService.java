package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.issue.MoveService;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Ends doubts by an operator's word, and notes whose word it was. Sending again brings an issue back
/// that has ended.
@Service
public class DoubtService {

    private final DoubtRepository doubts;
    private final MoveService moves;
    private final Clock clock;

    DoubtService(DoubtRepository doubts, MoveService moves, Clock clock) {
        this.doubts = doubts;
        this.moves = moves;
        this.clock = clock;
    }

    /// @throws NotInDoubt when there is no such row, or it has been decided; a cancelled issue
    ///     refuses to send again
    @Transactional
    public void resolve(UUID issueId, UUID subscriberId, Decision decision, String actor, DoubtNote note) {
        Instant now = clock.instant();
        long fence = doubts.resolve(issueId, subscriberId, decision, now).orElseThrow(NotInDoubt::new);
        doubts.note(issueId, subscriberId, fence, decision, new DoubtRepository.By(actor, note), now);
        if (decision == Decision.RESEND) {
            moves.resend(issueId, actor);
        }
    }
}
