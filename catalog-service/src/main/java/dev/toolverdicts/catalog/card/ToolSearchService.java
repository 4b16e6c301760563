package dev.toolverdicts.catalog.card;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Looks after what the projector cannot: during an update a copy of an older version, which knows
/// nothing of `tool_search`, may write a card.
@Service
class ToolSearchService {

    private static final Logger log = LoggerFactory.getLogger(ToolSearchService.class);

    private final ToolSearchRepository search;

    ToolSearchService(ToolSearchRepository search) {
        this.search = search;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    @Transactional
    void catchUp() {
        int tools = search.catchUp();
        if (tools > 0) {
            log.info("event=search_caught_up tools={}", tools);
        }
    }
}
