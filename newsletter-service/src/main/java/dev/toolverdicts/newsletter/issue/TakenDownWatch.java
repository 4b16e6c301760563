package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.lastknown.LastKnownPages;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks once a second whether the same tools are taken down as before. When not, the pages that this
/// copy keeps for an outage go: any of them may name such a tool. The event reaches one copy alone, so
/// each one looks.
@Component
class TakenDownWatch {

    private final TakenDownQueries takenDown;
    private final LastKnownPages pages;
    private final AtomicBoolean busy = new AtomicBoolean();

    TakenDownWatch(TakenDownQueries takenDown, LastKnownPages pages) {
        this.takenDown = takenDown;
        this.pages = pages;
    }

    /// At a fixed rate, which runs on a thread of its own: all that is delayed shares one, and mails to
    /// many followers may take it for minutes.
    @Scheduled(fixedRate = 1000)
    void look() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            pages.hidden(takenDown.all());
        } catch (DataAccessException _) {
            // Nothing can be taken down meanwhile.
        } finally {
            busy.set(false);
        }
    }
}
