package dev.toolverdicts.review.review;

import org.jspecify.annotations.Nullable;

/// The one rule that turns reviews into the panel's verdict.
public final class PanelRule {

    public static final int QUORUM = 4;

    private PanelRule() {}

    static PanelVerdict verdict(int ships, int skips) {
        if (ships + skips < QUORUM) {
            return PanelVerdict.PENDING;
        }
        if (ships == skips) {
            return PanelVerdict.MIXED;
        }
        return ships > skips ? PanelVerdict.SHIP : PanelVerdict.SKIP;
    }

    /// The share of ships in whole percent, halves up; also below the quorum, where pages show "Pending" instead.
    static @Nullable Integer pct(int ships, int skips) {
        int reviews = ships + skips;
        return reviews == 0 ? null : (200 * ships + reviews) / (2 * reviews);
    }
}
