package dev.toolverdicts.vote.email;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A voter's wish to verify an address. Everything in it that is kept is a hash, but the letter: that is sealed, and
/// deleted when it is sent.
record Proof(
        byte[] tokenHash,
        UUID voterId,
        byte[] addressHash,
        byte[] domainHash,
        @Nullable String networkHash,
        byte[] letter,
        Instant askedAt,
        Instant expiresAt) {}
