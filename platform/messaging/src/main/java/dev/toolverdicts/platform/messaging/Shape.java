package dev.toolverdicts.platform.messaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a JSON Schema says of a value, as far as a consumer minds it: types, ranges, forms and lists of
/// words. Whether a field is there at all is not asked: old records lack what was added later, and a
/// consumer says itself what it cannot do without.
@FunctionalInterface
interface Shape {

    /// @param at the path of the field that is wrong; empty for the value itself
    /// @param what what it is or is not; quotes nothing of the record
    record Complaint(String at, String what) {

        private Complaint in(String part) {
            String between = at.isEmpty() || at.startsWith("[") ? "" : ".";
            return new Complaint(part + between + at, what);
        }

        String text() {
            return (at.isEmpty() ? "the value " : "field " + at + " ") + what;
        }
    }

    /// The first thing that is wrong, or null.
    @Nullable
    Complaint complaint(JsonNode value);

    /// @throws IllegalStateException when the schema says something that nobody would look at
    static Shape of(JsonNode schema) {
        return of(schema, schema);
    }

    private static Shape of(JsonNode root, JsonNode schema) {
        var all = new ArrayList<Shape>();
        for (Map.Entry<String, JsonNode> word : schema.properties()) {
            JsonNode said = word.getValue();
            switch (word.getKey()) {
                case "$schema", "$id", "$defs", "title", "description", "required" -> {}
                case "$ref" -> all.add(of(root, root.at(said.stringValue().substring(1))));
                case "anyOf" -> all.add(orNull(root, said));
                case "properties" -> all.add(fields(root, said));
                case "items" -> all.add(entries(of(root, said)));
                default -> all.add(ShapeRules.of(word.getKey(), said));
            }
        }
        return all.size() == 1 ? all.getFirst() : all(List.copyOf(all));
    }

    private static Shape all(List<Shape> shapes) {
        return value -> {
            for (Shape each : shapes) {
                Complaint wrong = each.complaint(value);
                if (wrong != null) {
                    return wrong;
                }
            }
            return null;
        };
    }

    private static Shape orNull(JsonNode root, JsonNode options) {
        List<JsonNode> others = options.valueStream()
                .filter(option -> !option.path("type").asString("").equals("null"))
                .toList();
        if (others.size() != 1 || options.size() != 2) {
            throw new IllegalStateException("a choice that is not between something and null");
        }
        Shape other = of(root, others.getFirst());
        return value -> value.isNull() ? null : other.complaint(value);
    }

    private static Shape fields(JsonNode root, JsonNode said) {
        var fields = new LinkedHashMap<String, Shape>();
        said.properties().forEach(field -> fields.put(field.getKey(), of(root, field.getValue())));
        return value -> {
            for (Map.Entry<String, Shape> field : fields.entrySet()) {
                JsonNode part = value.get(field.getKey());
                Complaint wrong = part == null ? null : field.getValue().complaint(part);
                if (wrong != null) {
                    return wrong.in(field.getKey());
                }
            }
            return null;
        };
    }

    private static Shape entries(Shape entry) {
        return value -> {
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                Complaint wrong = entry.complaint(value.get(i));
                if (wrong != null) {
                    return wrong.in("[" + i + "]");
                }
            }
            return null;
        };
    }
}
