package dev.toolverdicts.catalog.mcp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Arguments that were found to be what a tool takes.
final class Arguments {

    private final JsonNode given;

    Arguments(JsonNode given) {
        this.given = given;
    }

    /// A text, or a number as it is written; null for none.
    @Nullable
    String text(String name) {
        return given.hasNonNull(name) ? given.path(name).asString() : null;
    }

    String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    List<String> texts(String name) {
        return given.path(name).valueStream().map(JsonNode::asString).toList();
    }
}
