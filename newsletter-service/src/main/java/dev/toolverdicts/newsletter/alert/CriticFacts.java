package dev.toolverdicts.newsletter.alert;

import static java.util.Objects.requireNonNull;

/// What alerts read of an event on `review.critic.v1`.
record CriticFacts(String criticKey, long version, String name) {

    CriticFacts {
        requireNonNull(criticKey, "criticKey");
        requireNonNull(name, "name");
        if (version < 1) {
            throw new IllegalArgumentException("version must be positive");
        }
    }
}
