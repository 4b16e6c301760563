package dev.toolverdicts.vote.voice;

import org.jspecify.annotations.Nullable;

/// What a voter has said with a vote, as only they see it.
///
/// @param reasonState null without a reason
public record OwnVoice(
        @Nullable VoterRole role,
        @Nullable String reason,
        @Nullable ReasonState reasonState) {

    static final OwnVoice NONE = new OwnVoice(null, null, null);
}
