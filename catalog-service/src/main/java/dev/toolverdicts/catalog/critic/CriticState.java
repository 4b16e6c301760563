package dev.toolverdicts.catalog.critic;

import java.util.List;

/// What pages need of `review.critic.v1`.
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
        String authorKind) {

    CriticProfile profile() {
        return new CriticProfile(criticKey, position, name, roleLabel, motto, persona, likes, dislikes, authorKind);
    }
}
