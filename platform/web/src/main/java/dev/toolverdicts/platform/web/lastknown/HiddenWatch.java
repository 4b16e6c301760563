package dev.toolverdicts.platform.web.lastknown;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/// Looks once a second whether the same is hidden as before. When not, the pages that this copy keeps for
/// an outage go: any of them may name it. The event reaches one copy alone, so each one looks.
class HiddenWatch {

    private final Hidden hidden;
    private final LastKnownPages pages;
    private final Patience patience;
    private final AtomicBoolean busy = new AtomicBoolean();

    HiddenWatch(Hidden hidden, LastKnownPages pages, Patience patience) {
        this.hidden = hidden;
        this.pages = pages;
        this.patience = patience;
    }

    /// At a fixed rate, which runs on a thread of its own: all that is delayed shares one, and what else a
    /// service has to do there may take it for minutes.
    @Scheduled(fixedRate = 1000)
    void look() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        patience.begins();
        try {
            pages.hidden(hidden.hidden());
        } catch (DataAccessException _) {
            // Nothing can be hidden meanwhile.
        } finally {
            patience.ends();
            busy.set(false);
        }
    }
}
