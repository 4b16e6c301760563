package dev.toolverdicts.vote.moderation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// The last group of a page: its place in the order of groups.
record HoldCursor(Instant since, UUID toolId, String reason, String actor) {

    static final HoldCursor START = new HoldCursor(Instant.EPOCH, new UUID(0, 0), "", "");

    private static final String GAP = "\n";

    static String of(Hold last) {
        return text(last.since(), last.toolId(), last.reason(), last.actor());
    }

    /// The desk puts all actors into one group.
    static String of(Group last) {
        return text(last.since(), last.toolId(), last.reason(), "");
    }

    private static String text(Instant since, UUID toolId, String reason, String actor) {
        return String.join(
                GAP, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, since)), toolId.toString(), reason, actor);
    }

    static HoldCursor parse(String text) {
        String[] parts = text.split(GAP, 4);
        if (parts.length != 4) {
            throw Paging.foreign();
        }
        try {
            return new HoldCursor(
                    Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
                    UUID.fromString(parts[1]),
                    parts[2],
                    parts[3]);
        } catch (IllegalArgumentException notOurs) {
            throw Paging.foreign();
        }
    }
}
