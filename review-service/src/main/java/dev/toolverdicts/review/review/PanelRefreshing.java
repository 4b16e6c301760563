package dev.toolverdicts.review.review;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sees to it that panels whose refresh was asked for get it, in any copy of the service.
@Component
class PanelRefreshing {

    private static final Logger log = LoggerFactory.getLogger(PanelRefreshing.class);
    private static final int MOST_AT_A_TIME = 200;

    private final PanelRefreshService panels;

    PanelRefreshing(PanelRefreshService panels) {
        this.panels = panels;
    }

    @Scheduled(fixedDelay = 2, initialDelay = 2, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        int refreshed = 0;
        while (refreshed < MOST_AT_A_TIME && panels.refreshNext()) {
            refreshed++;
        }
        if (refreshed > 0) {
            log.info("event=panels_refreshed panels={}", refreshed);
        }
    }
}
