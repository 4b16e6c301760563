package dev.toolverdicts.platform.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something of a service that an operator can stop for a while.
///
/// @param name `relay`, or the consumer
/// @param reason for what it is now; null when nobody has touched it
public record Switch(
        String name,
        boolean paused,
        @Nullable String reason,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    /// The one that stops all events on their way to the log.
    public static final String RELAY = "relay";

    static Switch untouched(String name) {
        return new Switch(name, false, null, null, null);
    }
}
