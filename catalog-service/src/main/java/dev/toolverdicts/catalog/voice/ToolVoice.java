package dev.toolverdicts.catalog.voice;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What voters say of one tool.
///
/// @param roles the counted votes of each role, by the key of the critic who has it
/// @param reasons the latest first
public record ToolVoice(Map<String, ToolCard.Community> roles, List<Reason> reasons) {

    public static final ToolVoice NONE = new ToolVoice(Map.of(), List.of());

    /// @param choice what the voter voted: ship or skip
    /// @param role null when the voter did not say
    public record Reason(String choice, @Nullable String role, String text) {}
}
