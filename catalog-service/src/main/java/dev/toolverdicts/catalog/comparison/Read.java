package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.ToolCard;
import org.jspecify.annotations.Nullable;

/// The one-line read. A preference is only named outside the margin: ten points between two panels that have a quorum,
/// or vote intervals that do not overlap.
final class Read {

    private static final int MARGIN = 10;

    private Read() {}

    static String of(ToolCard left, ToolCard right) {
        String panel = panel(left, right);
        String community = community(left, right);
        boolean pick = panelDecides(left, right) || communityPick(left, right) != null;
        return (pick ? "" : "No clear pick: ") + panel + "; " + community + "; " + price(left, right) + ".";
    }

    private static boolean panelDecides(ToolCard left, ToolCard right) {
        Integer a = left.panel().pct();
        Integer b = right.panel().pct();
        return !pending(left) && !pending(right) && a != null && b != null && Math.abs(a - b) >= MARGIN;
    }

    private static String panel(ToolCard left, ToolCard right) {
        if (pending(left) || pending(right)) {
            String who = pending(left) && pending(right) ? "both" : pending(left) ? left.name() : right.name();
            return "the panel is still out on " + who;
        }
        int a = left.panel().pct() == null ? 0 : left.panel().pct();
        int b = right.panel().pct() == null ? 0 : right.panel().pct();
        if (Math.abs(a - b) < MARGIN) {
            return "the panel is level at %d%% and %d%%".formatted(a, b);
        }
        return a > b
                ? "the panel prefers %s, %d%% to %d%%".formatted(left.name(), a, b)
                : "the panel prefers %s, %d%% to %d%%".formatted(right.name(), b, a);
    }

    private static String community(ToolCard left, ToolCard right) {
        if (left.community().votes() < DecisionTable.ENOUGH_VOTES
                || right.community().votes() < DecisionTable.ENOUGH_VOTES) {
            return "the community has too few votes to tell";
        }
        ToolCard pick = communityPick(left, right);
        return pick == null ? "the community is not clearly for either" : "the community prefers " + pick.name();
    }

    private static @Nullable ToolCard communityPick(ToolCard left, ToolCard right) {
        ToolCard.Community a = left.community();
        ToolCard.Community b = right.community();
        if (a.votes() < DecisionTable.ENOUGH_VOTES || b.votes() < DecisionTable.ENOUGH_VOTES) {
            return null;
        }
        if (above(a.wilsonLow(), b.wilsonHigh())) {
            return left;
        }
        return above(b.wilsonLow(), a.wilsonHigh()) ? right : null;
    }

    private static boolean above(@Nullable Double low, @Nullable Double high) {
        return low != null && high != null && low > high;
    }

    private static String price(ToolCard left, ToolCard right) {
        String a = left.pricing().entryLabel();
        String b = right.pricing().entryLabel();
        if (a.equals("Unknown") || b.equals("Unknown")) {
            return "entry price is not known for "
                    + (a.equals(b) ? "either" : a.equals("Unknown") ? left.name() : right.name());
        }
        if (a.equals(b)) {
            return a.equals("Free") ? "both are free to start" : "both cost money to start";
        }
        return "only " + (a.equals("Free") ? left.name() : right.name()) + " is free to start";
    }

    private static boolean pending(ToolCard tool) {
        return tool.panel().verdict().equals("pending");
    }
}
