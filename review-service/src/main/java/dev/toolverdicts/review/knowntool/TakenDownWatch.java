package dev.toolverdicts.review.knowntool;

import dev.toolverdicts.platform.web.lastknown.LastKnownPages;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks once a second whether the same tools are taken down as before. When not, the pages that this
/// copy keeps for an outage go: any of them may name such a tool. The event reaches one copy alone, so
/// each one looks.
@Component
class TakenDownWatch {

    private final KnownToolQueries tools;
    private final LastKnownPages pages;

    TakenDownWatch(KnownToolQueries tools, LastKnownPages pages) {
        this.tools = tools;
        this.pages = pages;
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        try {
            pages.hidden(tools.takenDown());
        } catch (DataAccessException _) {
            // Nothing can be taken down meanwhile.
        }
    }
}
