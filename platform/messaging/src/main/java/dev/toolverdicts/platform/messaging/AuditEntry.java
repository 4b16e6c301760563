package dev.toolverdicts.platform.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something an operator did.
///
/// @param subject what it was done to
/// @param reason why, in the operator's words
/// @param detail what came of it, where that is more than the action says
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        String subject,
        String reason,
        @Nullable String detail) {}
