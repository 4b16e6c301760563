package dev.toolverdicts.review.critic;

import java.util.List;

/// The value of an event on `review.critic.v1`.
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
        AuthorKind authorKind,
        List<String> categories) {

    static final String TOPIC = "review.critic.v1";
    static final String TYPE = "dev.toolverdicts.critic.state";
}
