package dev.toolverdicts.catalog.shared;

import org.jspecify.annotations.Nullable;

/// Somebody without a voter's cookie: they have no vote, and nobody has to be asked for it.
public final class Newcomer {

    /// As the cookie is named with TLS and without it.
    private static final String VOTER = "voter=";

    private Newcomer() {}

    public static boolean has(@Nullable String cookies) {
        return cookies == null || !cookies.contains(VOTER);
    }
}
