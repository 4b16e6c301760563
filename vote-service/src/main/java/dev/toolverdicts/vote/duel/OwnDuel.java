package dev.toolverdicts.vote.duel;

import org.jspecify.annotations.Nullable;

/// What a visitor would ship of two tools, and what all voters would.
///
/// @param a the address of the first tool
/// @param winner null when there is no ballot, or it was taken back
public record OwnDuel(String a, String b, @Nullable Winner winner, long winsA, long winsB, long ties) {}
