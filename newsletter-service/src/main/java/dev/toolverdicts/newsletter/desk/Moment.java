package dev.toolverdicts.newsletter.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A moment as pages of the desk print it.
///
/// @param at for programs, as exact as HTML can say it: three digits of a second
/// @param text to the second, for people
record Moment(Instant at, String text) {

    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ENGLISH);

    static Moment of(Instant at) {
        return new Moment(at.truncatedTo(ChronoUnit.MILLIS), TEXT.format(at.atOffset(ZoneOffset.UTC)));
    }

    static @Nullable Moment ofNullable(@Nullable Instant at) {
        return at == null ? null : of(at);
    }
}
