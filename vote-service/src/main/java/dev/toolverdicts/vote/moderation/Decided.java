package dev.toolverdicts.vote.moderation;

import java.time.Instant;
import java.util.UUID;

/// One decision of the past, as the audit keeps it.
record Decided(
        long id, Instant decidedAt, String actor, UUID toolId, String ruling, String reason, String note, int votes) {}
