package dev.toolverdicts.newsletter.issue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/// A moment as an editor gives it: what the clock on their wall will show, and where that wall is.
public record Schedule(Instant at, String zone) {

    private static final int LAST_YEAR = 9999;

    /// Where the clock is put forward, a time it leaves out means as much later; where it is put back, a time it shows
    /// twice means the first. So a schedule always has exactly one moment.
    ///
    /// @param local such as `2026-11-29T09:00`
    /// @return empty when either cannot be read
    public static Optional<Schedule> of(String local, String zone) {
        try {
            LocalDateTime wall = LocalDateTime.parse(local);
            return wall.getYear() < 0 || wall.getYear() > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(
                            new Schedule(ZonedDateTime.of(wall, ZoneId.of(zone)).toInstant(), zone));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    public static boolean isZone(String zone) {
        try {
            return ZoneId.of(zone).getRules() != null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    @Override
    public String toString() {
        return at + " " + zone;
    }
}
