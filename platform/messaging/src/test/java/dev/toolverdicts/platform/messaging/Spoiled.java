package dev.toolverdicts.platform.messaging;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A golden sample with one value that one word of its topic's schema refuses.
///
/// @param word what refuses it, with its place in the schema
/// @param rule that word alone, as a schema
/// @param at the path of the spoiled field, as operators are told it
/// @param good what stood there
/// @param bad what stands there
record Spoiled(String word, JsonNode rule, String at, JsonNode good, JsonNode bad, byte[] value) {

    private static final Set<String> NO_RULES = Set.of(
            "$schema", "$id", "$defs", "$ref", "title", "description", "required", "properties", "items", "anyOf");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Every word of a schema that refuses something, with its place.
    static Set<String> wordsOf(JsonNode schema) {
        var words = new TreeSet<String>();
        collect(schema, schema, "", words);
        return words;
    }

    private static void collect(JsonNode root, JsonNode schema, String place, Set<String> words) {
        for (Map.Entry<String, JsonNode> word : schema.properties()) {
            JsonNode said = word.getValue();
            String here = place + "/" + word.getKey();
            switch (word.getKey()) {
                case "$ref" -> {
                    String target = said.stringValue().substring(1);
                    collect(root, root.at(target), target, words);
                }
                case "anyOf" -> collect(root, said.get(0), here + "/0", words);
                case "properties" ->
                    said.properties()
                            .forEach(each -> collect(root, each.getValue(), here + "/" + each.getKey(), words));
                case "items" -> collect(root, said, here, words);
                default -> {
                    if (!NO_RULES.contains(word.getKey())) {
                        words.add(here);
                    }
                }
            }
        }
    }

    /// All that can be spoiled in one sample.
    static List<Spoiled> allOf(JsonNode schema, byte[] sample) {
        var all = new ArrayList<Spoiled>();
        new Walk(schema, sample, all).at(schema, "", "", "");
        return all;
    }

    private record Walk(JsonNode root, byte[] sample, List<Spoiled> all) {

        void at(JsonNode schema, String place, String pointer, String path) {
            JsonNode value = JSON.readTree(sample).at(pointer);
            for (Map.Entry<String, JsonNode> word : schema.properties()) {
                JsonNode said = word.getValue();
                String here = place + "/" + word.getKey();
                switch (word.getKey()) {
                    case "$ref" -> {
                        String target = said.stringValue().substring(1);
                        at(root.at(target), target, pointer, path);
                    }
                    case "anyOf" -> {
                        if (!value.isNull()) {
                            at(said.get(0), here + "/0", pointer, path);
                        }
                    }
                    case "properties" ->
                        said.properties().forEach(field -> {
                            if (value.has(field.getKey())) {
                                String next = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                                at(field.getValue(), here + "/" + field.getKey(), pointer + "/" + field.getKey(), next);
                            }
                        });
                    case "items" -> {
                        if (!value.isEmpty()) {
                            at(said, here, pointer + "/0", path + "[0]");
                        }
                    }
                    default -> {
                        if (!NO_RULES.contains(word.getKey())) {
                            spoil(word.getKey(), said, here, pointer, path);
                        }
                    }
                }
            }
        }

        private void spoil(String word, JsonNode said, String here, String pointer, String path) {
            JsonNode whole = JSON.readTree(sample);
            JsonNode good = whole.at(pointer);
            if (good.isNull() && !word.equals("type") && !word.equals("enum")) {
                return;
            }
            JsonNode bad = bad(word, said, good);
            if (bad.isMissingNode()) {
                return;
            }
            all.add(new Spoiled(
                    here, JSON.createObjectNode().set(word, said), path, good, bad, with(whole, pointer, bad)));
        }

        private static byte[] with(JsonNode whole, String pointer, JsonNode bad) {
            if (pointer.isEmpty()) {
                return JSON.writeValueAsBytes(bad);
            }
            int last = pointer.lastIndexOf('/');
            String name = pointer.substring(last + 1);
            switch (whole.at(pointer.substring(0, last))) {
                case ObjectNode object -> object.set(name, bad);
                case ArrayNode list -> list.set(Integer.parseInt(name), bad);
                default -> throw new IllegalStateException("nothing to spoil at " + pointer);
            }
            return JSON.writeValueAsBytes(whole);
        }

        private static JsonNode bad(String word, JsonNode said, JsonNode good) {
            return switch (word) {
                case "type" -> said.toString().contains("boolean") ? NODES.arrayNode() : NODES.booleanNode(true);
                case "enum" -> NODES.stringNode("no such word");
                case "format" -> NODES.stringNode("a b");
                case "pattern" -> NODES.stringNode("§");
                case "not" -> NODES.stringNode("a-vs-b");
                case "minLength" -> NODES.stringNode("x".repeat(said.intValue() - 1));
                case "maxLength" -> NODES.stringNode("x".repeat(said.intValue() + 1));
                case "minimum" -> NODES.numberNode(said.decimalValue().subtract(BigDecimal.ONE));
                case "maximum" -> NODES.numberNode(said.decimalValue().add(BigDecimal.ONE));
                case "minItems" -> times(good, said.intValue() - 1);
                case "maxItems" -> times(good, said.intValue() + 1);
                case "uniqueItems" -> times(good, 2);
                default -> throw new AssertionError("say here what " + word + " refuses");
            };
        }

        private static JsonNode times(JsonNode list, int times) {
            if (list.isEmpty()) {
                return NODES.missingNode();
            }
            ArrayNode many = NODES.arrayNode();
            for (int i = 0; i < times; i++) {
                many.add(list.get(0));
            }
            return many;
        }
    }
}
