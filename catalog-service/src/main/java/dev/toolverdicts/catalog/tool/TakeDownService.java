package dev.toolverdicts.catalog.tool;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes tools down and shows them again. Nothing of a tool is lost by that: its row, its addresses, and
/// what other services keep under its id.
@Service
class TakeDownService {

    private static final Logger log = LoggerFactory.getLogger(TakeDownService.class);
    private static final IfMatch ANY = new IfMatch("*");

    private final ToolService service;
    private final ToolRepository tools;
    private final TakeDownRepository takeDowns;

    TakeDownService(ToolService service, ToolRepository tools, TakeDownRepository takeDowns) {
        this.service = service;
        this.tools = tools;
        this.takeDowns = takeDowns;
    }

    /// @param actor who asks
    /// @param seen what they have seen; null for whatever is there, since what has to go goes at once
    record Request(String actor, @Nullable IfMatch seen) {}

    /// The same reason again changes nothing.
    @Transactional
    ToolView takeDown(String slug, String reason, Request request) {
        Tool tool = locked(slug, request);
        TakenDown present = tool.takenDown();
        if (present != null && present.reason().equals(reason)) {
            return service.view(tool);
        }
        Instant now = service.now();
        return store(tool.takenDown(reason, now), TakeDownEntry.takenDown(reason, request.actor(), now));
    }

    /// One that is shown stays as it is.
    @Transactional
    ToolView bringBack(String slug, Request request) {
        Tool tool = locked(slug, request);
        if (tool.takenDown() == null) {
            return service.view(tool);
        }
        Instant now = service.now();
        return store(tool.broughtBack(now), TakeDownEntry.broughtBack(request.actor(), now));
    }

    /// What was decided about it, the latest first.
    @Transactional(readOnly = true)
    List<TakeDownEntry> history(ToolView tool) {
        return takeDowns.of(tool.toolId());
    }

    private Tool locked(String slug, Request request) {
        IfMatch seen = request.seen();
        return service.locked(slug, seen == null ? ANY : seen);
    }

    private ToolView store(Tool tool, TakeDownEntry entry) {
        tools.update(tool);
        takeDowns.add(tool.toolId(), tool.version(), entry);
        log.info("event=tool_{} toolId={} version={}", entry.act(), tool.toolId(), tool.version());
        return service.publish(tool);
    }
}
