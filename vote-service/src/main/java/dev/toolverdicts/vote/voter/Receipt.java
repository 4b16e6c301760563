package dev.toolverdicts.vote.voter;

import java.time.Instant;
import java.util.UUID;

/// Where in the log an accepted vote stands.
public record Receipt(UUID toolId, int partition, long offset, Choice choice, Instant castAt) {}
