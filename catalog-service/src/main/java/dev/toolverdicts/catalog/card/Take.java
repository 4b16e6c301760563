package dev.toolverdicts.catalog.card;

import java.time.Instant;

/// One critic's current review of a tool, as the panel's event carries it.
public record Take(
        String criticKey,
        String criticName,
        String criticRole,
        String verdict,
        int score,
        String body,
        boolean handsOn,
        String authorKind,
        int revision,
        Instant publishedAt,
        Instant revisedAt) {}
