package dev.toolverdicts.newsletter.defence;

import org.jspecify.annotations.Nullable;

/// What a form or a body brings along for the defence.
///
/// @param trap a field nobody sees: only a program fills it in
public record Work(
        @Nullable String challenge,
        @Nullable String solution,
        @Nullable String trap) {

    public static final Work NONE = new Work(null, null, null);

    public boolean isTrapped() {
        return trap != null && !trap.isBlank();
    }
}
