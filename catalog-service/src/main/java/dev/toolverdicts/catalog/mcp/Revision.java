package dev.toolverdicts.catalog.mcp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The revisions of the protocol that are spoken here. The older two begin with `initialize`, the
/// newest says its version in each request; all three fit a server without sessions.
enum Revision {
    NOVEMBER_2025("2025-11-25"),
    JUNE_2025("2025-06-18"),
    JULY_2026("2026-07-28");

    private final String version;

    Revision(String version) {
        this.version = version;
    }

    static Optional<Revision> of(String version) {
        return Arrays.stream(values())
                .filter(revision -> revision.version.equals(version))
                .findFirst();
    }

    /// The one that `initialize` settles on: the asked one, else the newest that knows `initialize`.
    static Revision settled(String asked) {
        return of(asked).filter(revision -> !revision.saysItEachTime()).orElse(NOVEMBER_2025);
    }

    /// The newest first.
    static List<String> versions() {
        return List.of(JULY_2026.version, NOVEMBER_2025.version, JUNE_2025.version);
    }

    boolean saysItEachTime() {
        return this == JULY_2026;
    }

    String version() {
        return version;
    }

    /// With which status an error is answered that the message's content makes; before, HTTP said no
    /// more than that there is an answer.
    int statusOr200(int status) {
        return saysItEachTime() ? status : 200;
    }
}
