package dev.toolverdicts.newsletter.issue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something an issue could tell.
record Told(
        EntryKind kind, UUID toolId, String slug, @Nullable Instant since, EntryFacts facts) {}
