package dev.toolverdicts.contracts;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What a field may be at its edges, as `field=value`: every enum value, and null where null is allowed.
record SchemaEdges(Set<String> edges) {

    static SchemaEdges of(JsonNode schema) {
        var edges = new TreeSet<String>();
        collect(schema, schema, edges);
        return new SchemaEdges(edges);
    }

    void addTo(Set<String> all) {
        all.addAll(edges);
    }

    static void seenIn(JsonNode value, Set<String> seen) {
        value.properties().forEach(field -> {
            if (!field.getValue().isContainer()) {
                seen.add(field.getKey() + "=" + field.getValue().asString("null"));
            }
            seenIn(field.getValue(), seen);
        });
        if (value.isArray()) {
            value.forEach(item -> seenIn(item, seen));
        }
    }

    private static void collect(JsonNode root, JsonNode node, Set<String> edges) {
        if (node.path("properties").isObject()) {
            node.get("properties")
                    .properties()
                    .forEach(field -> edgesOf(root, field.getKey(), field.getValue(), edges));
        }
        node.forEach(child -> collect(root, child, edges));
    }

    private static void edgesOf(JsonNode root, String field, JsonNode schema, Set<String> edges) {
        schema.path("enum").forEach(value -> edges.add(field + "=" + value.asString("null")));
        schema.path("type").forEach(type -> {
            if (type.stringValue().equals("null")) {
                edges.add(field + "=null");
            }
        });
        schema.path("anyOf").forEach(option -> {
            if (option.path("type").asString("").equals("null")) {
                edges.add(field + "=null");
            }
        });
        if (schema.path("$ref").asString("").startsWith("#/")) {
            edgesOf(root, field, root.at(schema.get("$ref").stringValue().substring(1)), edges);
        }
    }
}
