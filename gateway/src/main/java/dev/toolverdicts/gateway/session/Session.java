package dev.toolverdicts.gateway.session;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is signed in, and the tokens that prove it.
///
/// @param subject what the provider calls this person for ever
/// @param name what people call them
/// @param scopes that were granted
/// @param idToken tells the provider whom to sign out
/// @param refreshToken null from a provider that gives none: the session ends with its access token
record Session(
        String subject,
        String name,
        Set<String> scopes,
        String idToken,
        String accessToken,
        Instant accessEndsAt,
        @Nullable String refreshToken) {

    Session {
        scopes = Set.copyOf(scopes);
    }

    /// Logs must not have the tokens.
    @Override
    public String toString() {
        return "the session of " + subject;
    }
}
