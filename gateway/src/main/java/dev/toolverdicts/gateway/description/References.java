package dev.toolverdicts.gateway.description;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Finds and renames what an OpenAPI document refers to inside itself.
final class References {

    private static final String COMPONENTS = "#/components/";
    private static final String SCHEMES = "securitySchemes";

    private References() {}

    static String to(String section, String name) {
        return COMPONENTS + section + "/" + name;
    }

    /// All references in a tree, security requirements included.
    static Set<String> in(JsonNode node) {
        var found = new HashSet<String>();
        collect(node, found);
        return found;
    }

    private static void collect(JsonNode node, Collection<String> found) {
        if (node.isString() && node.stringValue().startsWith(COMPONENTS)) {
            found.add(node.stringValue());
        }
        for (JsonNode child : node) {
            collect(child, found);
        }
        if (node.path("security").isArray()) {
            for (JsonNode requirement : node.path("security")) {
                requirement.propertyNames().forEach(name -> found.add(to(SCHEMES, name)));
            }
        }
    }

    /// A copy of the tree in which references have their new names.
    static JsonNode renamed(JsonNode node, Map<String, String> names) {
        return names.isEmpty() ? node : copy(node, names);
    }

    private static JsonNode copy(JsonNode node, Map<String, String> names) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.forEachEntry((key, value) -> copy.set(
                        key,
                        key.equals("security") && value.isArray() ? requirements(value, names) : copy(value, names)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(copy(element, names)));
                yield copy;
            }
            case StringNode text -> StringNode.valueOf(names.getOrDefault(text.stringValue(), text.stringValue()));
            default -> node;
        };
    }

    private static ArrayNode requirements(JsonNode security, Map<String, String> names) {
        var schemes = new HashMap<String, String>();
        String prefix = to(SCHEMES, "");
        names.forEach((from, to) -> {
            if (from.startsWith(prefix)) {
                schemes.put(from.substring(prefix.length()), to.substring(prefix.length()));
            }
        });
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        for (JsonNode requirement : security) {
            ObjectNode renamed = copy.addObject();
            requirement.forEachEntry((name, scopes) -> renamed.set(schemes.getOrDefault(name, name), scopes));
        }
        return copy;
    }
}
