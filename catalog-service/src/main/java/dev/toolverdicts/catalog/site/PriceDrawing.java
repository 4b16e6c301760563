package dev.toolverdicts.catalog.site;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Prices of one currency and period as a step line over time, in lengths of an SVG; where an amount
/// is not known there is none.
///
/// @param summary the same in words
record PriceDrawing(String summary, List<Stroke> strokes, List<Dot> dots) {

    /// The zero line, which the template draws too.
    private static final double BASE = 66;

    /// How far above it the highest price is.
    private static final double HEIGHT = 58;

    /// Free at both ends: since when the first price held is not known, and the last one still holds.
    private static final double MARGIN = 8;

    record Stroke(String fromX, String fromY, String toX, String toY) {}

    /// Where a price began.
    record Dot(String x, String y) {}

    /// @param steps two or more with an amount, the first without its time
    /// @param seen when the last price was last seen
    static PriceDrawing of(List<PriceLine.Step> steps, Instant seen) {
        BigDecimal most = highest(steps);
        Instant first = since(steps.get(1));
        Instant last = since(steps.getLast());
        Instant end = seen.isAfter(last) ? seen : last;
        var strokes = new ArrayList<Stroke>();
        var dots = new ArrayList<Dot>();
        String before = null;
        for (int i = 0; i < steps.size(); i++) {
            String from = i == 0 ? "0" : x(since(steps.get(i)), first, end);
            String to = i + 1 == steps.size() ? "100%" : x(since(steps.get(i + 1)), first, end);
            String level = y(steps.get(i).amount(), most);
            if (level != null) {
                if (before != null && !before.equals(level)) {
                    strokes.add(new Stroke(from, before, from, level));
                }
                strokes.add(new Stroke(from, level, to, level));
                if (i > 0) {
                    dots.add(new Dot(from, level));
                }
            }
            before = level;
        }
        return new PriceDrawing(summary(steps), strokes, dots);
    }

    private static Instant since(PriceLine.Step step) {
        Instant since = step.since();
        return since == null ? Instant.EPOCH : since;
    }

    private static String x(Instant at, Instant first, Instant end) {
        double all = Duration.between(first, end).toSeconds();
        double part = all == 0 ? 0.5 : Duration.between(first, at).toSeconds() / all;
        return Words.percent(MARGIN + (100 - 2 * MARGIN) * part);
    }

    private static @Nullable String y(@Nullable BigDecimal amount, BigDecimal most) {
        if (amount == null) {
            return null;
        }
        double part = most.signum() == 0 ? 0 : amount.doubleValue() / most.doubleValue();
        return String.format(Locale.ROOT, "%.1f", BASE - HEIGHT * part);
    }

    private static BigDecimal highest(List<PriceLine.Step> steps) {
        return steps.stream()
                .map(PriceDrawing::amount)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }

    /// What is not known is neither the highest nor drawn.
    private static BigDecimal amount(PriceLine.Step step) {
        BigDecimal amount = step.amount();
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static String summary(List<PriceLine.Step> steps) {
        PriceLine.Step last = steps.getLast();
        List<PriceLine.Step> known = steps.stream()
                .filter(step -> step.amount() != null)
                .sorted(Comparator.comparing(PriceDrawing::amount))
                .toList();
        return "%s until %s, %s since %s. Lowest %s, highest %s."
                .formatted(
                        steps.getFirst().entry(),
                        TakeView.day(since(steps.get(1))),
                        last.entry(),
                        TakeView.day(since(last)),
                        known.getFirst().entry(),
                        known.getLast().entry());
    }
}
