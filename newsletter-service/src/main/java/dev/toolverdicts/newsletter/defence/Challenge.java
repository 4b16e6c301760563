package dev.toolverdicts.newsletter.defence;

import java.time.Instant;

/// Work to be done: find a text so that the hash of `challenge.text` begins with so many zero bits.
record Challenge(String challenge, int bits, String algorithm, Instant expiresAt) {}
