package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;

/// How sure a comparison is, in one line: who has spoken on each side, and what that supports.
final class Sureness {

    private static final int ENOUGH_VOTES = 30;

    private Sureness() {}

    static String of(List<ToolCard> tools) {
        ToolCard left = tools.getFirst();
        ToolCard right = tools.getLast();
        return "How sure: " + panel(left, right) + "; " + community(left, right) + ". " + weight(tools);
    }

    private static String panel(ToolCard left, ToolCard right) {
        int critics = left.panel().critics();
        int one = reviewed(left);
        int other = reviewed(right);
        if (one == other) {
            return one == 0
                    ? "no critic has reviewed either tool"
                    : "%d of %d critics reviewed each tool".formatted(one, critics);
        }
        return "%d and %d of %d critics have spoken".formatted(one, other, critics);
    }

    private static String community(ToolCard left, ToolCard right) {
        long one = left.community().votes();
        long other = right.community().votes();
        if (one + other == 0) {
            return "no community votes yet";
        }
        return "%s and %s community votes".formatted(Words.number(one), Words.number(other));
    }

    private static String weight(List<ToolCard> tools) {
        boolean fullPanel =
                tools.stream().allMatch(tool -> reviewed(tool) == tool.panel().critics());
        boolean manyVotes = tools.stream().allMatch(tool -> tool.community().votes() >= ENOUGH_VOTES);
        if (fullPanel && manyVotes) {
            return "Both sides are well covered.";
        }
        return fullPanel || manyVotes ? "A fair basis, not a full one." : "Take it as a lean, not as proof.";
    }

    private static int reviewed(ToolCard tool) {
        return tool.panel().ships() + tool.panel().skips();
    }
}
