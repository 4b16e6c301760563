package dev.toolverdicts.newsletter.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change of a tool.
///
/// @param critic whose verdict it was; null for the panel's and for all else
/// @param from null for a first verdict
record Change(
        ChangeKind kind,
        UUID toolId,
        @Nullable Critic critic,
        @Nullable String from,
        String to,
        Instant since) {

    record Critic(String key, String name) {}

    /// A step that was taken, or none where both are the same.
    static Change milestone(TallyFacts tally, long before, long now) {
        return new Change(
                ChangeKind.MILESTONE,
                tally.toolId(),
                null,
                before == 0 && now > 0 ? null : Long.toString(before),
                Long.toString(now),
                tally.updatedAt());
    }

    /// The same for the same change, whichever event tells of it and however often. A milestone is
    /// reached once, whenever that was: which tally shows it first depends on what the log still holds.
    UUID id() {
        String key = critic == null ? "" : critic.key();
        Object what = kind == ChangeKind.MILESTONE ? to : since;
        return UUID.nameUUIDFromBytes((kind + "\n" + toolId + "\n" + key + "\n" + what).getBytes(UTF_8));
    }

    /// An event repeats what was before also when nothing differs.
    boolean isOne() {
        return !Objects.equals(from, to);
    }
}
