package dev.toolverdicts.catalog.tool;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dated version of a tool; of the latest one its event tells.
record ToolRelease(
        UUID releaseId,
        String label,
        LocalDate releasedOn,
        @Nullable String sourceUrl) {}
