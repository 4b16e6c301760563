package dev.toolverdicts.catalog.tool;

import java.time.Instant;

/// That a tool is shown to nobody.
///
/// @param reason why, in words that everybody may read
record TakenDown(String reason, Instant since) {}
