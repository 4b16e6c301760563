package dev.toolverdicts.catalog.card;

import java.time.Instant;

/// That a tool is there, and when its card last changed.
public record ListedTool(String slug, Instant asOf) {}
