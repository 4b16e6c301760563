package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.voice.ReasonState;
import dev.toolverdicts.vote.voice.VoterRole;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the voter has said with one of their votes.
///
/// @param tool the tool's address, null when the catalog has no such tool
record MyVoice(
        UUID toolId,
        @Nullable String tool,
        @Nullable String name,
        @Nullable VoterRole role,
        @Nullable String reason,
        @Nullable ReasonState reasonState,
        Instant givenAt) {}
