package dev.toolverdicts.vote.voice;

import org.jspecify.annotations.Nullable;

/// What somebody wants to say with a vote.
///
/// @param reason as it is stored
record Said(@Nullable VoterRole role, @Nullable String reason) {

    static final Said NOTHING = new Said(null, null);

    boolean isNothing() {
        return role == null && reason == null;
    }
}
