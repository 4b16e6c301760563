package dev.toolverdicts.newsletter.alert;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change as a mail tells it.
///
/// @param critic name of the critic whose verdict it is
/// @param followId why it is told
/// @param traceparent of the trace in which it happened
record Note(
        ChangeKind kind,
        String slug,
        String name,
        @Nullable String critic,
        @Nullable String from,
        String to,
        UUID followId,
        @Nullable String traceparent) {

    String words() {
        String what = switch (kind) {
            case VERDICT -> "the panel's verdict";
            case PRICE -> "price";
            case STATUS -> "status";
            case REVIEW -> critic + "'s verdict";
            case MILESTONE -> "the number of votes";
        };
        return from == null
                ? "%s: %s is %s".formatted(name, what, to)
                : "%s: %s from %s to %s".formatted(name, what, from, to);
    }
}
