package dev.toolverdicts.vote.tally;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The counted votes of days as a picture: upwards who would ship, downwards who would not. The list
/// below it has the same in words.
final class VoteDays {

    private static final int MIDDLE = 36;
    private static final double HIGHEST = 32;

    /// Free at both ends, so that the first and the last day are seen whole.
    private static final double MARGIN = 3;

    private VoteDays() {}

    /// Nothing for less than two days with counted votes.
    ///
    /// @param days the first first
    static String picture(List<Why.OfDay> days) {
        List<Why.OfDay> counted =
                days.stream().filter(day -> day.ships() + day.skips() > 0).toList();
        if (counted.size() < 2) {
            return "";
        }
        long most = counted.stream()
                .mapToLong(day -> Math.max(day.ships(), day.skips()))
                .max()
                .orElseThrow();
        LocalDate first = counted.getFirst().day();
        long span = ChronoUnit.DAYS.between(first, counted.getLast().day());
        var bars = new StringBuilder();
        for (Why.OfDay day : counted) {
            double at = MARGIN + (100 - 2 * MARGIN) * ChronoUnit.DAYS.between(first, day.day()) / span;
            bars.append(bar(at, -HIGHEST * day.ships() / most)).append(bar(at, HIGHEST * day.skips() / most));
        }
        return """
                <div class="row-line"><svg class="mark" width="100%%" height="72" role="img" aria-labelledby="days-title days-summary">\
                <title id="days-title">Counted votes by day</title><desc id="days-summary">%1$s</desc>\
                <line x1="0" y1="%2$d" x2="100%%" y2="%2$d" stroke-width="1" stroke-opacity=".4"/>%3$s</svg>
                <p class="small" aria-hidden="true">%1$s</p></div>""".formatted(summary(counted), MIDDLE, bars);
    }

    /// Nothing for no votes: a line of no length would still be a dot.
    private static String bar(double at, double height) {
        return height == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "<line x1=\"%1$.2f%%\" y1=\"%2$d\" x2=\"%1$.2f%%\" y2=\"%3$.1f\"/>",
                        at,
                        MIDDLE,
                        MIDDLE + height);
    }

    private static String summary(List<Why.OfDay> days) {
        Why.OfDay busiest = days.stream()
                .max(Comparator.comparingLong(day -> day.ships() + day.skips()))
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "From %s to %s, up: ship, down: skip. Most on %s: %,d ship, %,d skip.",
                days.getFirst().day(),
                days.getLast().day(),
                busiest.day(),
                busiest.ships(),
                busiest.skips());
    }
}
