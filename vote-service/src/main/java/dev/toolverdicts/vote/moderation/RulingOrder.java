package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.vote.ruling.RulingKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a moderator wants: a ruling on named voters' votes, or on all that are out of the tally for a reason.
///
/// @param reason the code that the ruling carries, and without voters the votes it is about
/// @param voterIds empty for all votes with the reason
record RulingOrder(String tool, RulingKind ruling, @Nullable String reason, List<UUID> voterIds, String note) {

    private static final String BY_HAND = "moderation";

    boolean names() {
        return !voterIds.isEmpty();
    }

    String code() {
        return reason == null ? BY_HAND : reason;
    }
}
