package dev.toolverdicts.catalog.card;

import java.time.Instant;

/// How many tools a category has.
///
/// @param asOf when the latest of them changed
public record CategoryCount(String key, long tools, Instant asOf) {}
