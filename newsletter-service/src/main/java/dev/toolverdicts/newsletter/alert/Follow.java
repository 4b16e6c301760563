package dev.toolverdicts.newsletter.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param events of `verdict`, `price`, `status`, `milestone`
/// @param webhookId where it is posted; null for mail
record Follow(
        UUID id,
        TargetKind kind,
        String key,
        List<String> events,
        @Nullable UUID webhookId,
        Instant createdAt) {

    /// The events there are, in the order they are printed in.
    static final List<String> EVENTS = List.of("verdict", "price", "status", "milestone");

    /// Those of somebody who names none.
    static final List<String> USUAL = List.of("verdict", "price", "status");

    Follow {
        events = List.copyOf(events);
    }
}
