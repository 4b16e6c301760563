package dev.toolverdicts.catalog.card;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What cards need of `review.panel.v1`.
record PanelState(
        UUID toolId,
        long version,
        int ships,
        int skips,
        @Nullable Integer pct,
        String verdict,
        int quorum,
        int critics,
        List<Take> reviews,
        Instant updatedAt) {

    ToolCard.Panel figures() {
        return new ToolCard.Panel(ships, skips, pct, verdict, quorum, critics);
    }
}
