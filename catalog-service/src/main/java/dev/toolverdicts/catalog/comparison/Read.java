package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.Fact;
import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The one-line read: what the panel says, what the community says, and who is free to start.
///
/// There is a pick when the panel or the community prefers a tool and the other one does not
/// prefer another; else the line says that there is none.
///
/// @param pick the preferred tool, null when there is no clear pick
record Read(String line, @Nullable ToolCard pick) {

    /// What every line goes by, for who reads it.
    static final String RULE = ("The panel prefers a tool when every one has its quorum of reviews and one is at least"
                    + " %d points ahead of all others. The community prefers a tool when every one has at least %d votes"
                    + " and the range its share likely lies in is above all others’. If neither prefers one, or they"
                    + " prefer different ones, there is no clear pick. The price decides nothing, and is not compared"
                    + " when nobody has looked at one for %d days.")
            .formatted(PanelLean.MARGIN, ToolCard.Community.ENOUGH_FOR_A_SHARE, Fact.OUTDATED_AFTER.toDays());

    static Read of(List<ToolCard> tools) {
        return of(tools, PanelShares.EQUAL, "the panel");
    }

    /// @param panelWords who the panel is, in the words of the line
    static Read of(List<ToolCard> tools, PanelShares shares, String panelWords) {
        Lean panel = PanelLean.of(tools, shares);
        Lean community = CommunityLean.of(tools);
        ToolCard pick = pick(panel.pick(), community.pick());
        return new Read(
                "%s %s; %s; %s."
                        .formatted(
                                pick == null ? "No clear pick: " + panelWords : capital(panelWords),
                                panel.words(),
                                community.words(),
                                EntryWords.of(tools)),
                pick);
    }

    private static @Nullable ToolCard pick(@Nullable ToolCard panel, @Nullable ToolCard community) {
        if (panel == null || community == null) {
            return panel == null ? community : panel;
        }
        return panel.equals(community) ? panel : null;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
