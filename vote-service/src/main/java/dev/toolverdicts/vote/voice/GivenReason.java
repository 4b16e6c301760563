package dev.toolverdicts.vote.voice;

import dev.toolverdicts.vote.voter.Choice;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reason as moderators see it: never whose it is.
///
/// @param number a reason that is changed gets another one, so that nobody decides about what they have
///     not read
/// @param choice of the vote that it was given with
public record GivenReason(
        long number, UUID toolId, Choice choice, @Nullable VoterRole role, String text, Instant givenAt) {}
