package dev.toolverdicts.vote.tally;

import dev.toolverdicts.vote.knowntool.KnownTool;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Tools that somebody follows, for tests without a catalog.
final class Followeds {

    private Followeds() {}

    static Followed of(long id) {
        return new Followed(
                "t-" + id,
                new KnownTool(
                        new UUID(0, id),
                        1,
                        "t-" + id,
                        "T",
                        new KnownTool.Category("audio"),
                        List.of(),
                        "active",
                        Instant.EPOCH,
                        null));
    }
}
