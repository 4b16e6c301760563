package dev.toolverdicts.catalog.critic;

import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;

/// Who of the panel is to review a tool, in the panel's order: those who look at everything and
/// those of its category. While these are fewer than a verdict needs, the next of the panel are
/// assigned, too.
public record Assignment(List<Assigned> assigned) {

    public record Assigned(String key, String name, String role, boolean reviewed) {}

    /// @param panel in its order; who does not say for what they are assigned is assigned to
    ///     nothing
    public static Assignment of(ToolCard tool, List<Take> takes, List<CriticProfile> panel) {
        List<CriticProfile> known =
                panel.stream().filter(critic -> critic.categories() != null).toList();
        List<CriticProfile> chosen = known.stream()
                .filter(critic -> isFor(critic, tool.category().key()))
                .toList();
        int missing = Math.max(0, tool.panel().quorum() - chosen.size());
        List<CriticProfile> more = known.stream()
                .filter(critic -> !chosen.contains(critic))
                .limit(missing)
                .toList();
        return new Assignment(panel.stream()
                .filter(critic -> chosen.contains(critic) || more.contains(critic))
                .map(critic -> new Assigned(
                        critic.key(),
                        critic.name(),
                        critic.roleLabel(),
                        takes.stream().anyMatch(take -> take.criticKey().equals(critic.key()))))
                .toList());
    }

    private static boolean isFor(CriticProfile critic, String category) {
        List<String> categories = critic.categories();
        return categories != null && (categories.isEmpty() || categories.contains(category));
    }

    /// Those whose review is still to come.
    public List<Assigned> open() {
        return assigned.stream().filter(critic -> !critic.reviewed()).toList();
    }
}
