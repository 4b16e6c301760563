package dev.toolverdicts.review.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The panel of one tool. Its version is the version of everything the panel's event holds.
///
/// @param previousVerdict the verdict before this one, null when it never changed
record Panel(
        UUID toolId,
        long version,
        int ships,
        int skips,
        PanelVerdict verdict,
        Instant verdictSince,
        @Nullable PanelVerdict previousVerdict,
        Instant updatedAt) {

    static Panel opened(UUID toolId, Instant at) {
        return new Panel(toolId, 1, 0, 0, PanelRule.verdict(0, 0), at, null, at);
    }

    Panel raised() {
        return new Panel(toolId, version + 1, ships, skips, verdict, verdictSince, previousVerdict, updatedAt);
    }

    /// This version with the figures that follow from the present reviews.
    Panel counting(List<Take> takes, Instant now) {
        int shipping = (int)
                takes.stream().filter(take -> take.verdict() == Verdict.SHIP).count();
        int skipping = takes.size() - shipping;
        PanelVerdict next = PanelRule.verdict(shipping, skipping);
        return next == verdict
                ? new Panel(toolId, version, shipping, skipping, verdict, verdictSince, previousVerdict, now)
                : new Panel(toolId, version, shipping, skipping, next, now, verdict, now);
    }

    @Nullable
    Integer pct() {
        return PanelRule.pct(ships, skips);
    }
}
