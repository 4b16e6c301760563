package dev.toolverdicts.newsletter.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What alerts read of an event on `review.panel.v1`: the verdict's last change, and each critic's present one.
record PanelFacts(
        UUID toolId,
        long version,
        String verdict,
        @Nullable String previousVerdict,
        Instant verdictSince,
        List<Review> reviews) {

    static final String PENDING = "pending";

    record Review(String criticKey, String criticName, String verdict, Instant revisedAt) {
        Review {
            requireNonNull(criticKey, "criticKey");
            requireNonNull(criticName, "criticName");
            requireNonNull(verdict, "verdict");
            requireNonNull(revisedAt, "revisedAt");
        }
    }

    PanelFacts {
        requireNonNull(toolId, "toolId");
        requireNonNull(verdict, "verdict");
        requireNonNull(verdictSince, "verdictSince");
        reviews = List.copyOf(reviews);
        if (version < 1) {
            throw new IllegalArgumentException("version must be positive");
        }
    }
}
