package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.Fact;
import dev.toolverdicts.catalog.history.FactChange;
import dev.toolverdicts.catalog.history.FactValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What beginning with a tool has cost, as the rows of a table and, where they are comparable, as a
/// step line.
///
/// @param says what the line shows, or why there is none
/// @param rows the latest first; none while no change is known
record PriceLine(String says, List<Row> rows, @Nullable PriceDrawing drawing) {

    /// As many changes as are drawn.
    static final int MOST = 12;

    /// @param when since when it held, of the first one until when
    /// @param entry what beginning with it cost
    record Row(String when, String price, String entry) {}

    /// A price and since when it holds; since when the first one does, nobody knows.
    record Step(@Nullable Instant since, FactValue value) {

        @Nullable
        BigDecimal amount() {
            return value.model() != null && value.model().equals("free") ? BigDecimal.ZERO : value.entryAmount();
        }

        boolean isFree() {
            BigDecimal amount = amount();
            return amount != null && amount.signum() == 0;
        }

        String entry() {
            BigDecimal amount = amount();
            if (amount == null) {
                return "Unknown";
            }
            if (isFree()) {
                return "Free";
            }
            String figure = amount.stripTrailingZeros().toPlainString();
            return (value.currency() == null ? "" : value.currency() + " ")
                    + figure
                    + (value.period() == null ? "" : " / " + value.period());
        }

        /// What two amounts must have in common to be compared; nothing is nothing everywhere.
        boolean hasScaleOf(Step other) {
            return Objects.equals(value.currency(), other.value.currency())
                    && Objects.equals(value.period(), other.value.period());
        }
    }

    /// @param changes of the price, the latest first
    /// @param present what the present price rests on
    static PriceLine of(List<FactChange> changes, Fact present) {
        if (changes.isEmpty()) {
            return new PriceLine(
                    "No change of the price is known since %s, when it was first seen."
                            .formatted(TakeView.day(present.capturedAt())),
                    List.of(),
                    null);
        }
        List<Step> steps = steps(changes.reversed());
        String why = whyNot(steps);
        return why == null
                ? new PriceLine(says(steps, changes.size()), rows(steps), PriceDrawing.of(steps, present.verifiedAt()))
                : new PriceLine(why, rows(steps), null);
    }

    private static List<Step> steps(List<FactChange> changes) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(null, changes.getFirst().old()));
        changes.forEach(change -> steps.add(new Step(change.at(), change.next())));
        return steps;
    }

    private static @Nullable String whyNot(List<Step> steps) {
        List<Step> known = steps.stream().filter(step -> step.amount() != null).toList();
        if (known.size() < 2) {
            return "There is no line: too few of the prices name an amount.";
        }
        List<Step> paid = known.stream().filter(step -> !step.isFree()).toList();
        return paid.stream().allMatch(step -> step.hasScaleOf(paid.getFirst()))
                ? null
                : "There is no line: the prices are not in one currency and period.";
    }

    private static String says(List<Step> steps, int changes) {
        return "The line is what beginning with it costs; prices of other plans do not move it."
                + (steps.stream().allMatch(step -> step.amount() != null)
                        ? ""
                        : " Where it breaks off, no amount is known.")
                + (changes < MOST ? "" : " Only the latest %d changes are drawn.".formatted(MOST));
    }

    private static List<Row> rows(List<Step> steps) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            rows.add(new Row(
                    when(step, i + 1 < steps.size() ? steps.get(i + 1) : step),
                    step.value().text(),
                    step.entry()));
        }
        return rows.reversed();
    }

    private static String when(Step step, Step next) {
        return step.since() != null
                ? "since " + TakeView.day(step.since())
                : next.since() == null ? "" : "until " + TakeView.day(next.since());
    }
}
