package dev.toolverdicts.gateway.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key as the desk shows it.
///
/// @param hint how it begins
/// @param name whose it is, in words
/// @param revokedAt null while it counts
record KeyRow(
        long id,
        String hint,
        String name,
        String tier,
        Instant createdAt,
        String createdBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {}
