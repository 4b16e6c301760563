package dev.toolverdicts.newsletter.preference;

import dev.toolverdicts.newsletter.alert.VerdictFollowRepository;
import dev.toolverdicts.newsletter.link.Bearer;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class UnsubscribeService {

    private static final Logger log = LoggerFactory.getLogger(UnsubscribeService.class);

    private final UnsubscribeRepository subscribers;
    private final VerdictFollowRepository verdicts;
    private final Clock clock;

    UnsubscribeService(UnsubscribeRepository subscribers, VerdictFollowRepository verdicts, Clock clock) {
        this.subscribers = subscribers;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /// Doing it again does nothing.
    @Transactional
    void unsubscribe(Bearer bearer) {
        if (subscribers.unsubscribe(bearer, clock.instant())) {
            subscribers.revokeMailedTokens(bearer);
            verdicts.adjust(bearer.subscriberId());
            log.info("event=unsubscribed subscriber={} issue={}", bearer.subscriberId(), bearer.issueId());
        }
    }
}
