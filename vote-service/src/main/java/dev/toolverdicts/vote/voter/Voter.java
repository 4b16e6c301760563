package dev.toolverdicts.vote.voter;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A visitor who votes.
///
/// @param id what events and tables know the voter by; says nothing about the cookie
/// @param since when the voter was first seen, as far as the cookie tells
/// @param provenUntil how long the cookie vouches for a verified address, empty without one
/// @param newCookie the cookie to set: a new voter's, or the same voter's with a later issue time
public record Voter(UUID id, Instant since, Optional<Instant> provenUntil, Optional<String> newCookie) {

    /// Nobody keeps who this is: the next call comes from somebody else.
    public Voter withoutCookie() {
        return new Voter(id, since, provenUntil, Optional.empty());
    }

    public Tier tier(Instant now) {
        return provenUntil.filter(now::isBefore).isPresent() ? Tier.EMAIL : Tier.DEVICE;
    }
}
