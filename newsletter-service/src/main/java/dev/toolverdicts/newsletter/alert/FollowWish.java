package dev.toolverdicts.newsletter.alert;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody asks to follow.
///
/// @param events in the order of [Follow#EVENTS], at least one
/// @param webhookId null for mail
record FollowWish(
        TargetKind kind,
        String key,
        List<String> events,
        @Nullable UUID webhookId) {

    FollowWish {
        events = Follow.EVENTS.stream().filter(events::contains).toList();
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a follow needs an event");
        }
    }
}
