package dev.toolverdicts.review.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The value of an event on `review.panel.v1`.
record PanelState(
        UUID toolId,
        long version,
        int ships,
        int skips,
        @Nullable Integer pct,
        PanelVerdict verdict,
        int quorum,
        int critics,
        Instant verdictSince,
        @Nullable PanelVerdict previousVerdict,
        List<Take> reviews,
        Instant updatedAt) {

    static final String TOPIC = "review.panel.v1";
    static final String TYPE = "dev.toolverdicts.panel.state";

    static PanelState of(Panel panel, List<Take> takes, int critics) {
        return new PanelState(
                panel.toolId(),
                panel.version(),
                panel.ships(),
                panel.skips(),
                panel.pct(),
                panel.verdict(),
                PanelRule.QUORUM,
                critics,
                panel.verdictSince(),
                panel.previousVerdict(),
                takes,
                panel.updatedAt());
    }
}
