package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Two names as somebody typed them, and the tools they mean.
record NamedPair(Side a, Side b) {

    private static final Pattern BETWEEN = Pattern.compile("(?i)\\s+(?:vs\\.?|versus|or|and)\\s+|\\s*,\\s*");
    private static final Pattern ASKED = Pattern.compile("(?i)^compare\\s+");

    /// @param tool null when none has this name
    record Side(String typed, @Nullable ToolCard tool) {

        static Side of(String typed, ToolNames names) {
            return new Side(typed, names.find(typed).orElse(null));
        }
    }

    /// The comparison of the two.
    record Offer(String words, String path) {}

    static NamedPair of(String a, String b, ToolNames names) {
        return new NamedPair(Side.of(a, names), Side.of(b, names));
    }

    /// Empty when these words are not two names with something between that sets them against
    /// each other.
    static Optional<NamedPair> in(String words, ToolNames names) {
        List<String> sides = List.of(BETWEEN.split(ASKED.matcher(words).replaceFirst(""), -1));
        return sides.size() == 2 ? Optional.of(of(sides.getFirst(), sides.getLast(), names)) : Optional.empty();
    }

    /// Empty when these are not two tools.
    Optional<Offer> offer() {
        ToolCard left = a.tool();
        ToolCard right = b.tool();
        return left == null || right == null || left.slug().equals(right.slug())
                ? Optional.empty()
                : Optional.of(new Offer(
                        "Compare " + left.name() + " and " + right.name(),
                        CompareAddress.of(List.of(left.slug(), right.slug()))));
    }
}
