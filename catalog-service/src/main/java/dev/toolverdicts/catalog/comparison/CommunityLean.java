package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;

/// The community prefers a tool when all have votes enough and its interval lies above every other
/// one's.
final class CommunityLean {

    private CommunityLean() {}

    static Lean of(List<ToolCard> tools) {
        if (!tools.stream().allMatch(tool -> tool.community().hasShare())) {
            return new Lean(null, "the community has too few votes to tell");
        }
        return tools.stream()
                .filter(tool -> tools.stream().allMatch(other -> other.equals(tool) || isAbove(tool, other)))
                .findFirst()
                .map(pick -> new Lean(pick, "the community prefers " + pick.name()))
                .orElseGet(() -> new Lean(null, "the community is not clearly for " + Several.any(tools)));
    }

    private static boolean isAbove(ToolCard one, ToolCard other) {
        Double low = one.community().wilsonLow();
        Double high = other.community().wilsonHigh();
        return low != null && high != null && low > high;
    }
}
