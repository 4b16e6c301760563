package dev.toolverdicts.newsletter.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that was done to an issue.
public record AuditEntry(
        Instant at, String actor, String action, @Nullable String detail) {}
