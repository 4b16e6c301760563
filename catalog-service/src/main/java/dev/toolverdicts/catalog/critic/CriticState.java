package dev.toolverdicts.catalog.critic;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What pages need of `review.critic.v1`.
///
/// @param categories added later: events from before lack them
record CriticState(
        String criticKey,
        long version,
        int position,
        String name,
        String roleLabel,
        String motto,
        String persona,
        List<String> likes,
        List<String> dislikes,
        String authorKind,
        @Nullable List<String> categories) {

    CriticState {
        requireNonNull(criticKey, "criticKey");
        requireNonNull(name, "name");
        requireNonNull(roleLabel, "roleLabel");
        requireNonNull(motto, "motto");
        requireNonNull(persona, "persona");
        requireNonNull(likes, "likes");
        requireNonNull(dislikes, "dislikes");
        requireNonNull(authorKind, "authorKind");
    }

    CriticProfile profile() {
        return new CriticProfile(
                criticKey, position, name, roleLabel, motto, persona, likes, dislikes, authorKind, categories);
    }
}
