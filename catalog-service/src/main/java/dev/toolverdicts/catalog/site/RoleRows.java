package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison;
import dev.toolverdicts.catalog.voice.ToolVoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Panel versus community by role: each critic beside the voters who look at tools as they do.
final class RoleRows {

    /// The roles a voter can have, by the keys of the critics who have them, in the panel's order.
    static final List<String> KEYS =
            List.of("builder", "skeptic", "futurist", "founder", "creator", "analyst", "guardian");

    private RoleRows() {}

    /// @return empty until a voter has said a role
    static List<RoleRow> of(List<Take> takes, ToolVoice voice) {
        var critics = new HashMap<String, Comparison.Critic>();
        Map<String, String> verdicts = new HashMap<>();
        takes.forEach(take -> {
            critics.put(
                    take.criticKey(), new Comparison.Critic(take.criticKey(), take.criticName(), take.criticRole()));
            verdicts.put(take.criticKey(), take.verdict());
        });
        return rows(critics, List.of(verdicts), List.of(voice));
    }

    /// @param voices by slug
    /// @return empty until a voter of one of the tools has said a role
    static List<RoleRow> of(Comparison comparison, Map<String, ToolVoice> voices) {
        var critics = new HashMap<String, Comparison.Critic>();
        List<Map<String, String>> verdicts = new ArrayList<>();
        comparison.tools().forEach(_ -> verdicts.add(new HashMap<>()));
        for (Comparison.Score score : comparison.scorecard()) {
            critics.put(score.critic().key(), score.critic());
            for (int i = 0; i < score.takes().size(); i++) {
                Comparison.Opinion take = score.takes().get(i);
                if (take != null) {
                    verdicts.get(i).put(score.critic().key(), take.verdict());
                }
            }
        }
        return rows(
                critics,
                verdicts,
                comparison.tools().stream()
                        .map(tool -> voices.getOrDefault(tool.slug(), ToolVoice.NONE))
                        .toList());
    }

    private static List<RoleRow> rows(
            Map<String, Comparison.Critic> critics, List<Map<String, String>> verdicts, List<ToolVoice> voices) {
        if (voices.stream().allMatch(voice -> voice.roles().isEmpty())) {
            return List.of();
        }
        return KEYS.stream()
                .filter(key -> critics.containsKey(key)
                        || voices.stream().anyMatch(voice -> voice.roles().containsKey(key)))
                .map(key -> row(key, critics.get(key), verdicts, voices))
                .toList();
    }

    private static RoleRow row(
            String key,
            Comparison.@Nullable Critic critic,
            List<Map<String, String>> verdicts,
            List<ToolVoice> voices) {
        var sides = new ArrayList<RoleSide>();
        for (int i = 0; i < voices.size(); i++) {
            sides.add(RoleSide.of(
                    verdicts.get(i).get(key), voices.get(i).roles().getOrDefault(key, ToolCard.Community.NONE)));
        }
        return new RoleRow(
                critic == null ? "The " + Words.capital(key) : critic.name(),
                critic == null ? "" : critic.role(),
                sides);
    }
}
