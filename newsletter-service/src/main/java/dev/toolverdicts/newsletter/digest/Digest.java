package dev.toolverdicts.newsletter.digest;

import java.time.Instant;
import java.util.List;

/// A week's entries in reading order.
///
/// @param asOf no event later than this is missing
public record Digest(String isoWeek, Instant start, Instant end, List<DigestEntry> entries, Instant asOf) {}
