package dev.toolverdicts.catalog.comparison;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.toolverdicts.catalog.card.ToolCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two to five tools side by side in the canonical order of their slugs, or, by a reader's weights, the
/// best first.
///
/// @param byWeights null, and not in the JSON, where every critic counts the same
/// @param read one line by stated rules, never firmer than the figures
/// @param etag strong, from the versions of everything shown; not part of the JSON
public record Comparison(
        String pairKey,
        List<ToolCard> tools,
        List<Row> decision,
        List<Score> scorecard,
        String read,
        Basis basis,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ByWeights byWeights,
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

    /// What the panel says when its critics count as often as a reader wants.
    ///
    /// @param words the weights in words
    /// @param weights of every critic, in the panel's order
    /// @param tools the best first
    /// @param query the weights as the end of an address; not part of the JSON
    public record ByWeights(
            String words,
            List<Weight> weights,
            List<Standing> tools,
            @JsonIgnore String query) {

        public record Weight(String critic, int weight) {}

        /// @param pct weighted share of critics who ship it; null when nobody with a weight has spoken
        /// @param score weighted mean of the scores; null likewise
        /// @param place null below the quorum; tools with the same figures share one
        public record Standing(
                String slug,
                @Nullable Integer pct,
                @Nullable Integer score,
                @Nullable Integer place) {}
    }
}
