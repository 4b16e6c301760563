package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Community votes in words. Under five votes there is a count and no percentage; `site.js` says the same words.
record CommunityView(
        long ships,
        long skips,
        String figure,
        boolean few,
        String text,
        String brief,
        @Nullable Interval interval) {

    /// Where the drawn interval starts, how wide it is and where its point sits, as lengths of an SVG.
    record Interval(String low, String width, String point) {}

    static CommunityView of(ToolCard.Community tally) {
        long ships = tally.ships();
        long skips = tally.skips();
        Integer pct = tally.pct();
        Double low = tally.wilsonLow();
        Double high = tally.wilsonHigh();
        long votes = ships + skips;
        if (votes == 0) {
            return new CommunityView(
                    0, 0, "—", false, "No community votes yet. Yours would be the first.", "no votes yet", null);
        }
        if (!tally.hasShare() || pct == null || low == null || high == null) {
            String few = votes == 1
                    ? "1 vote is too few for a percentage."
                    : Words.number(votes) + " votes are too few for a percentage.";
            return new CommunityView(
                    ships,
                    skips,
                    Words.number(ships) + " ship · " + Words.number(skips) + " skip",
                    true,
                    few,
                    "too few for a percentage",
                    null);
        }
        String text = "%s of %s ship it, likely %s"
                .formatted(Words.number(ships), Words.number(votes), range(100 * low, 100 * high));
        return new CommunityView(
                ships,
                skips,
                pct + "%",
                false,
                text,
                "of " + Words.number(votes) + " votes",
                new Interval(
                        Words.percent(100 * low),
                        Words.percent(100 * (high - low)),
                        Words.percent(100.0 * ships / votes)));
    }

    private static String range(double low, double high) {
        long from = Math.round(low);
        long to = Math.round(high);
        return from == to ? String.format(Locale.ROOT, "%.1f–%.1f%%", low, high) : from + "–" + to + "%";
    }
}
