package dev.toolverdicts.catalog.mcp;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// The arguments that a tool takes: as a JSON Schema, and as the check of what came. One is made from
/// the other, so they do not differ.
final class InputSchema {

    private static final int LONGEST = 200;

    private final Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
    private final Map<String, Function<JsonNode, Optional<String>>> faults = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    InputSchema text(String name, String description) {
        return add(
                name,
                Map.of("type", "string", "maxLength", LONGEST, "description", description),
                InputSchema::isText,
                "must be a text of at most %d characters".formatted(LONGEST));
    }

    InputSchema word(String name, Collection<String> words, String description) {
        List<String> sorted = words.stream().sorted().toList();
        return add(
                name,
                Map.of("type", "string", "enum", sorted, "description", description),
                value -> value.isString() && sorted.contains(value.stringValue()),
                "must be one of " + String.join(", ", sorted));
    }

    InputSchema number(String name, int least, int most, String description) {
        return add(
                name,
                Map.of("type", "integer", "minimum", least, "maximum", most, "description", description),
                value -> value.isIntegralNumber()
                        && value.canConvertToInt()
                        && value.intValue() >= least
                        && value.intValue() <= most,
                "must be a whole number from %d to %d".formatted(least, most));
    }

    InputSchema texts(String name, int least, int most, String description) {
        Map<String, Object> items = Map.of("type", "string", "maxLength", LONGEST);
        return add(
                name,
                Map.of(
                        "type",
                        "array",
                        "items",
                        items,
                        "minItems",
                        least,
                        "maxItems",
                        most,
                        "description",
                        description),
                value -> value.isArray()
                        && value.size() >= least
                        && value.size() <= most
                        && value.valueStream().allMatch(InputSchema::isText),
                "must be a list of %d to %d texts".formatted(least, most));
    }

    InputSchema need(String name) {
        required.add(name);
        return this;
    }

    private InputSchema add(String name, Map<String, Object> schema, Predicate<JsonNode> good, String fault) {
        properties.put(name, schema);
        faults.put(name, value -> good.test(value) ? Optional.empty() : Optional.of(fault));
        return this;
    }

    private static boolean isText(JsonNode value) {
        return value.isString()
                && length(value.stringValue()) <= LONGEST
                && value.stringValue().chars().noneMatch(Character::isISOControl);
    }

    /// In code points, as the schema counts.
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    Map<String, Object> document() {
        return Map.of("type", "object", "properties", properties, "required", required, "additionalProperties", false);
    }

    /// @throws InvalidInput with every fault; an argument that is null is none
    Arguments read(JsonNode given) {
        List<Fault> found = new ArrayList<>();
        given.propertyStream()
                .filter(argument -> !argument.getValue().isNull())
                .forEach(argument -> fault(argument.getKey(), argument.getValue())
                        .ifPresent(fault -> found.add(new Fault("/" + argument.getKey(), fault))));
        required.stream()
                .filter(name -> !given.hasNonNull(name))
                .forEach(name -> found.add(new Fault("/" + name, "is needed")));
        if (!found.isEmpty()) {
            throw new InvalidInput(found);
        }
        return new Arguments(given);
    }

    private Optional<String> fault(String name, JsonNode value) {
        Function<JsonNode, Optional<String>> check = faults.get(name);
        return check == null
                ? Optional.of("is no argument; there are " + String.join(", ", faults.keySet()))
                : check.apply(value);
    }
}
