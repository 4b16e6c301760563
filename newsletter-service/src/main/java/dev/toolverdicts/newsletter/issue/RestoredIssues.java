package dev.toolverdicts.newsletter.issue;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// A ledger from a backup has people waiting who were mailed since it was made. So nothing of it
/// goes out before an editor has looked.
@Component
class RestoredIssues implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RestoredIssues.class);

    private final RestoredSettings settings;
    private final MoveService moves;
    private volatile boolean running;

    RestoredIssues(RestoredSettings settings, MoveService moves) {
        this.settings = settings;
        this.moves = moves;
    }

    @Override
    public void start() {
        if (settings.restored()) {
            List<UUID> held = moves.hold();
            log.warn("event=issues_held_after_restore issues={}", held);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before the dispatcher and the scheduler.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
