package dev.toolverdicts.vote.voice;

import dev.toolverdicts.vote.ranking.Share;
import dev.toolverdicts.vote.ranking.Wilson;
import dev.toolverdicts.vote.turn.Versions;
import dev.toolverdicts.vote.voter.Choice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What voters say of one tool, as it is stored and published.
///
/// @param roles those that somebody has whose vote counts, in the panel's order
/// @param reasons those that moderators let through and whose votes count, the latest first
record VoiceState(UUID toolId, long version, List<OfRole> roles, List<Reason> reasons, Instant updatedAt) {

    /// The counted votes of one role, and what is derived from them.
    record OfRole(VoterRole role, long ships, long skips, int pct, double wilsonLow, double wilsonHigh) {

        static OfRole of(VoterRole role, long ships, long skips, double z) {
            long votes = ships + skips;
            Wilson interval = Wilson.of(ships, votes, z);
            return new OfRole(role, ships, skips, Share.pct(ships, votes), interval.low(), interval.high());
        }
    }

    record Reason(Choice choice, @Nullable VoterRole role, String text) {}

    VoiceState {
        roles = List.copyOf(roles);
        reasons = List.copyOf(reasons);
    }

    static VoiceState none(UUID toolId, Instant now) {
        return new VoiceState(toolId, 0, List.of(), List.of(), now);
    }

    /// Whether readers would see no difference.
    boolean saysTheSame(VoiceState other) {
        return roles.equals(other.roles) && reasons.equals(other.reasons);
    }

    /// The same in the place of an earlier state.
    VoiceState after(VoiceState before) {
        return new VoiceState(toolId, Versions.after(before.version, updatedAt), roles, reasons, updatedAt);
    }
}
