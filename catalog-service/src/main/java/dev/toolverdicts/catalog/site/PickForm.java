package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.NearName;
import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The form of two names as it was filled in, and what of it leads nowhere.
record PickForm(String a, String b, List<Lost> lost) {

    /// @param near what may have been meant
    record Lost(String says, List<Link> near) {}

    record Link(String name, String path) {}

    /// Of a pair that is not two tools.
    static PickForm of(NamedPair pair, ToolNames names) {
        return new PickForm(pair.a().typed(), pair.b().typed(), lost(pair, names));
    }

    private static List<Lost> lost(NamedPair pair, ToolNames names) {
        ToolCard left = pair.a().tool();
        if (left != null && pair.b().tool() != null) {
            return List.of(new Lost(
                    "Both names lead to " + left.name() + ".",
                    List.of(new Link("Compare it with another tool", with(left.slug())))));
        }
        return Stream.of(lost(pair.a(), pair.b(), names), lost(pair.b(), pair.a(), names))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Lost> lost(NamedPair.Side side, NamedPair.Side other, ToolNames names) {
        if (side.tool() != null || (side.typed().isEmpty() && other.typed().isEmpty())) {
            return List.of();
        }
        if (side.typed().isEmpty()) {
            return List.of(new Lost("Name a second tool as well.", List.of()));
        }
        return List.of(new Lost(
                "No tool is called “" + side.typed() + "”.",
                names.near(side.typed()).stream()
                        .map(near -> new Link(near.name(), path(near, other.tool())))
                        .toList()));
    }

    private static String path(NearName near, @Nullable ToolCard other) {
        return other == null || other.slug().equals(near.slug())
                ? with(near.slug())
                : CompareAddress.of(List.of(near.slug(), other.slug()));
    }

    private static String with(String slug) {
        return "/compare?with=" + slug;
    }
}
