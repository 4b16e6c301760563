package dev.toolverdicts.newsletter.preference;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a subscriber wants.
///
/// @param topics of which issues and mails of each verdict tell; none means everything
/// @param pausedUntil null or a moment that may have passed
record Preferences(
        List<String> topics, Frequency frequency, @Nullable Instant pausedUntil) {

    Preferences {
        topics = List.copyOf(topics);
    }
}
