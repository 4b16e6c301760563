package dev.toolverdicts.newsletter.issue;

import java.time.Instant;

/// Something that was wrong in a sent issue.
public record Correction(String note, Instant notedAt) {}
