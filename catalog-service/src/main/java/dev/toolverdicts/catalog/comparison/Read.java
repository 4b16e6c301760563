package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.ToolCard;
import org.jspecify.annotations.Nullable;

/// The one-line read: what the panel says, what the community says, and who is free to start.
///
/// The panel prefers a tool when both have their quorum and ten points or more lie between them. The
/// community prefers one when each has five votes or more and their intervals do not overlap. There is a
/// pick when one of the two prefers a tool and the other one does not prefer the other tool; else the line
/// says that there is none.
final class Read {

    private static final int MARGIN = 10;

    private Read() {}

    static String of(ToolCard left, ToolCard right) {
        ToolCard panel = panelPick(left, right);
        ToolCard community = communityPick(left, right);
        boolean none = panel == null && community == null;
        boolean split = panel != null && community != null && !panel.equals(community);
        return "%s%s; %s; %s."
                .formatted(
                        none || split ? "No clear pick: the panel " : "The panel ",
                        panelSays(left, right, panel),
                        communitySays(left, right, community),
                        price(left, right));
    }

    private static @Nullable ToolCard panelPick(ToolCard left, ToolCard right) {
        int gap = share(left) - share(right);
        if (isPending(left) || isPending(right) || Math.abs(gap) < MARGIN) {
            return null;
        }
        return gap > 0 ? left : right;
    }

    private static String panelSays(ToolCard left, ToolCard right, @Nullable ToolCard pick) {
        if (isPending(left) || isPending(right)) {
            return "is still out on " + (isPending(left) ? isPending(right) ? "both" : left.name() : right.name());
        }
        if (pick == null) {
            return share(left) == share(right)
                    ? "is level at %d%%".formatted(share(left))
                    : "is close, %d%% and %d%%".formatted(share(left), share(right));
        }
        return "prefers %s, %d%% to %d%%".formatted(pick.name(), share(pick), share(pick.equals(left) ? right : left));
    }

    private static @Nullable ToolCard communityPick(ToolCard left, ToolCard right) {
        if (isQuiet(left) || isQuiet(right)) {
            return null;
        }
        if (above(left.community(), right.community())) {
            return left;
        }
        return above(right.community(), left.community()) ? right : null;
    }

    private static String communitySays(ToolCard left, ToolCard right, @Nullable ToolCard pick) {
        if (isQuiet(left) || isQuiet(right)) {
            return "the community has too few votes to tell";
        }
        return pick == null ? "the community is not clearly for either" : "the community prefers " + pick.name();
    }

    private static String price(ToolCard left, ToolCard right) {
        String a = left.pricing().entryLabel();
        String b = right.pricing().entryLabel();
        if (a.equals("Unknown") || b.equals("Unknown")) {
            return "the entry price is not known for "
                    + (a.equals(b) ? "either" : a.equals("Unknown") ? left.name() : right.name());
        }
        if (a.equals(b)) {
            return a.equals("Free") ? "both are free to start" : "both cost money to start";
        }
        return "only " + (a.equals("Free") ? left.name() : right.name()) + " is free to start";
    }

    private static boolean isPending(ToolCard tool) {
        return tool.panel().verdict().equals("pending") || tool.panel().pct() == null;
    }

    private static boolean isQuiet(ToolCard tool) {
        return tool.community().votes() < DecisionTable.ENOUGH_VOTES;
    }

    private static boolean above(ToolCard.Community one, ToolCard.Community other) {
        return one.wilsonLow() != null && other.wilsonHigh() != null && one.wilsonLow() > other.wilsonHigh();
    }

    private static int share(ToolCard tool) {
        return tool.panel().pct() == null ? 0 : tool.panel().pct();
    }
}
