package dev.toolverdicts.catalog.comparison;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.toolverdicts.catalog.card.ToolCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two to five tools side by side in the canonical order of their slugs.
///
/// @param read one line by stated rules, never firmer than the figures
/// @param etag strong, from the versions of everything shown; not part of the JSON
public record Comparison(
        String pairKey,
        List<ToolCard> tools,
        List<Row> decision,
        List<Score> scorecard,
        String read,
        Basis basis,
        Instant asOf,
        @JsonIgnore String etag) {

    /// More columns than these nobody reads.
    public static final int MOST_TOOLS = 5;

    public record Row(String label, List<String> values, boolean equal) {}

    /// @param takes one per tool, in their order; null where the critic has not reviewed the tool
    /// @param widest whether no other critic's scores are further apart
    public record Score(Critic critic, List<@Nullable Opinion> takes, boolean widest) {}

    public record Critic(String key, String name, String role) {}

    public record Opinion(String verdict, int score, String body) {}

    /// What the read rests on.
    ///
    /// @param pick the slug of the tool that is preferred; null when there is no clear pick
    /// @param rule when a tool is preferred and when not, in words
    /// @param sure who has spoken so far and what that supports, in words
    public record Basis(@Nullable String pick, String rule, String sure) {}
}
