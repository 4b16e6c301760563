package dev.toolverdicts.newsletter.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Ends doubts by an operator's word, and notes whose word it was.
@Service
class DoubtService {

    private final DoubtRepository doubts;
    private final Clock clock;

    DoubtService(DoubtRepository doubts, Clock clock) {
        this.doubts = doubts;
        this.clock = clock;
    }

    /// @throws NotInDoubt when there is no such row, or it has been decided
    @Transactional
    void resolve(UUID issueId, UUID subscriberId, Decision decision, String actor) {
        Instant now = clock.instant();
        long fence = doubts.resolve(issueId, subscriberId, decision, now).orElseThrow(NotInDoubt::new);
        doubts.note(issueId, subscriberId, fence, decision, actor, now);
    }
}
