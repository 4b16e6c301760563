package dev.toolverdicts.catalog.voice;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `vote.voice.v1`, kept as it came.
record VoiceState(UUID toolId, long version, List<OfRole> roles, List<Reason> reasons, Instant updatedAt) {

    record OfRole(String role, long ships, long skips, int pct, double wilsonLow, double wilsonHigh) {

        OfRole {
            requireNonNull(role, "role");
        }
    }

    record Reason(String choice, @Nullable String role, String text) {

        Reason {
            requireNonNull(choice, "choice");
            requireNonNull(text, "text");
        }
    }

    VoiceState {
        requireNonNull(toolId, "toolId");
        requireNonNull(updatedAt, "updatedAt");
        roles = List.copyOf(roles);
        reasons = List.copyOf(reasons);
    }
}
