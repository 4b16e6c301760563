package dev.toolverdicts.catalog.card;

import java.time.Instant;

/// That a tool is there, in which category, and when its card last changed.
///
/// @param category its key
public record ListedTool(String slug, String category, Instant asOf) {}
