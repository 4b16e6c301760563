package dev.toolverdicts.catalog.card;

import static java.util.Objects.requireNonNull;

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
        Instant revisedAt) {

    public Take {
        requireNonNull(criticKey, "criticKey");
        requireNonNull(criticName, "criticName");
        requireNonNull(criticRole, "criticRole");
        requireNonNull(verdict, "verdict");
        requireNonNull(body, "body");
        requireNonNull(authorKind, "authorKind");
        requireNonNull(publishedAt, "publishedAt");
        requireNonNull(revisedAt, "revisedAt");
    }
}
