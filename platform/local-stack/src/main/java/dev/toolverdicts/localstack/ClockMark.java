package dev.toolverdicts.localstack;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// When a data folder was last in use. A clock that is far from it is a wrong one, and what it
/// starts cannot be taken back: leaderboards close, issues are due, tokens run out.
record ClockMark(DataFolder data) {

    private static final String NAME = "clock";

    /// More than any correction of a clock that runs.
    private static final Duration BACK = Duration.ofHours(1);

    private static final Duration AHEAD = Duration.ofDays(366);

    /// @throws Refused when the clock is before the mark, or far behind it
    void check(Instant now) {
        Instant last = last();
        if (last == null) {
            return;
        }
        if (now.isBefore(last.minus(BACK))) {
            throw refused(now, last, "already in use at");
        }
        if (now.isAfter(last.plus(AHEAD))) {
            throw refused(now, last, "last in use at");
        }
    }

    private Refused refused(Instant now, Instant last, String how) {
        return new Refused(
                ("the clock of this machine says %s, and %s was %s %s: set the clock, or, if it is right now, remove"
                                + " %s")
                        .formatted(now.truncatedTo(ChronoUnit.SECONDS), data.root(), how, last, data.path(NAME)));
    }

    /// To be called now and then. On a full disk the old mark stays.
    void set(Instant now) {
        try {
            data.write(NAME, now.truncatedTo(ChronoUnit.SECONDS).toString());
        } catch (IOException e) {
            // Whoever watches the room says so.
        }
    }

    /// Null when there is none that can be read: a power cut may have emptied it.
    private @Nullable Instant last() {
        try {
            return data.has(NAME) ? Instant.parse(data.read(NAME)) : null;
        } catch (IOException | DateTimeException e) {
            return null;
        }
    }
}
