package dev.toolverdicts.catalog.leaderboard;

import java.time.Instant;

/// A board by its page alone.
///
/// @param changed when what it shows last changed
public record BoardAddress(String path, Instant changed) {}
