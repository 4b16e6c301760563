package dev.toolverdicts.gateway.edge;

/// A program that reads with a key of its own.
///
/// @param id what the key is known by; the key itself is kept nowhere
/// @param tier names how much it may read, see [ReadSettings]
public record KeyHolder(long id, String tier) {}
