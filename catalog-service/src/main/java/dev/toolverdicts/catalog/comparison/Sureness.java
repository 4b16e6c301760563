package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.function.ToLongFunction;

/// How sure a comparison is, in one line: who has spoken on each side, and what that supports.
final class Sureness {

    private static final int MANY_VOTES = 30;

    private Sureness() {}

    static String of(List<ToolCard> tools) {
        return "How sure: " + panel(tools) + "; " + community(tools) + ". " + weight(tools);
    }

    private static String panel(List<ToolCard> tools) {
        LongSummaryStatistics reviewed = over(tools, Sureness::reviewed);
        int critics = tools.getFirst().panel().critics();
        if (reviewed.getMax() == 0) {
            return "no critic has reviewed " + (tools.size() == 2 ? "either tool" : "any of them");
        }
        return reviewed.getMin() == reviewed.getMax()
                ? "%d of %d critics reviewed each tool".formatted(reviewed.getMax(), critics)
                : "%s of %d critics have spoken".formatted(each(tools, Sureness::reviewed), critics);
    }

    private static String community(List<ToolCard> tools) {
        ToLongFunction<ToolCard> votes = tool -> tool.community().votes();
        if (over(tools, votes).getMax() == 0) {
            return "no community votes yet";
        }
        return each(tools, votes) + " community votes" + (tools.size() == 2 ? "" : " a tool");
    }

    private static String weight(List<ToolCard> tools) {
        boolean fullPanel =
                tools.stream().allMatch(tool -> reviewed(tool) == tool.panel().critics());
        boolean manyVotes = tools.stream().allMatch(tool -> tool.community().votes() >= MANY_VOTES);
        if (fullPanel && manyVotes) {
            return (tools.size() == 2 ? "Both" : "All") + " sides are well covered.";
        }
        return fullPanel || manyVotes ? "A fair basis, not a full one." : "Take it as a lean, not as proof.";
    }

    /// Of two tools both numbers, of more the fewest and the most.
    private static String each(List<ToolCard> tools, ToLongFunction<ToolCard> number) {
        if (tools.size() == 2) {
            return said(number.applyAsLong(tools.getFirst())) + " and " + said(number.applyAsLong(tools.getLast()));
        }
        LongSummaryStatistics all = over(tools, number);
        return all.getMin() == all.getMax() ? said(all.getMin()) : said(all.getMin()) + " to " + said(all.getMax());
    }

    private static LongSummaryStatistics over(List<ToolCard> tools, ToLongFunction<ToolCard> number) {
        return tools.stream().mapToLong(number).summaryStatistics();
    }

    private static String said(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static long reviewed(ToolCard tool) {
        return (long) tool.panel().ships() + tool.panel().skips();
    }
}
