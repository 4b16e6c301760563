package dev.toolverdicts.vote.duel;

import java.time.Instant;
import java.util.UUID;

/// All that is stored of one ballot.
public record StoredDuel(UUID toolA, UUID toolB, Winner winner, Instant castAt) {}
