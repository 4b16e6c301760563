package dev.toolverdicts.catalog.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dated version of a tool.
///
/// @param addedAt when the catalog learned of it
public record Release(
        UUID releaseId,
        String label,
        LocalDate releasedOn,
        @Nullable String sourceUrl,
        Instant addedAt) {}
