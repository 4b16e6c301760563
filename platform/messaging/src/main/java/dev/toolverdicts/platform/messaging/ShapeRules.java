package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.messaging.Shape.Complaint;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The words of a schema that say something of a single value. As in JSON Schema a word about texts minds no
/// number, and the other way round.
final class ShapeRules {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private ShapeRules() {}

    static Shape of(String word, JsonNode said) {
        return switch (word) {
            case "type" -> type(said);
            case "enum" -> must(value -> said.valueStream().anyMatch(value::equals), "is none of " + listed(said));
            case "format" -> format(said.stringValue());
            case "pattern" -> form(said.stringValue());
            case "not" -> notOfForm(said);
            case "minLength" -> length(length -> length >= said.intValue(), shorter(said.intValue()));
            case "maxLength" -> length(length -> length <= said.intValue(), "is longer than " + said + " characters");
            case "minimum" -> number(value -> value.compareTo(said.decimalValue()) >= 0, "is less than " + said);
            case "maximum" -> number(value -> value.compareTo(said.decimalValue()) <= 0, "is more than " + said);
            case "minItems" -> entries(value -> value.size() >= said.intValue(), "has fewer than " + said + " entries");
            case "maxItems" -> entries(value -> value.size() <= said.intValue(), "has more than " + said + " entries");
            case "uniqueItems" -> entries(ShapeRules::hasNoneTwice, "has an entry twice");
            default -> throw new IllegalStateException("nobody would look at " + word);
        };
    }

    private static Shape must(Predicate<JsonNode> holds, String otherwise) {
        var complaint = new Complaint("", otherwise);
        return value -> holds.test(value) ? null : complaint;
    }

    private static Shape text(Predicate<String> holds, String otherwise) {
        return must(value -> !value.isString() || holds.test(value.stringValue()), otherwise);
    }

    private static Shape length(IntPredicate holds, String otherwise) {
        return text(value -> holds.test(value.codePointCount(0, value.length())), otherwise);
    }

    private static Shape number(Predicate<BigDecimal> holds, String otherwise) {
        return must(value -> !value.isNumber() || holds.test(exact(value)), otherwise);
    }

    // A number that is no number of this machine is refused by what it throws, an IllegalArgumentException.
    private static BigDecimal exact(JsonNode value) {
        return value.isIntegralNumber() ? value.decimalValue() : new BigDecimal(value.asString());
    }

    private static Shape entries(Predicate<JsonNode> holds, String otherwise) {
        return must(value -> !value.isArray() || holds.test(value), otherwise);
    }

    private static boolean hasNoneTwice(JsonNode list) {
        var seen = new HashSet<JsonNode>();
        return list.valueStream().allMatch(seen::add);
    }

    private static Shape type(JsonNode said) {
        List<String> types = (said.isArray() ? said.valueStream() : List.of(said).stream())
                .map(JsonNode::stringValue)
                .toList();
        String nouns = types.stream().map(ShapeRules::noun).collect(Collectors.joining(" or "));
        return must(value -> types.stream().anyMatch(type -> is(value, type)), "is not " + nouns);
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber() || (value.isNumber() && value.asDouble() % 1 == 0);
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> throw new IllegalStateException("no such type: " + type);
        };
    }

    private static String noun(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "an object";
            default -> type;
        };
    }

    private static Shape format(String format) {
        return switch (format) {
            case "date-time" -> text(value -> parses(Instant::parse, value), "is not a time");
            case "date" -> text(value -> parses(LocalDate::parse, value), "is not a day");
            case "uuid" -> text(value -> UUID.matcher(value).matches(), "is not an id");
            case "uri" -> text(ShapeRules::isAddress, "is not an address");
            default -> throw new IllegalStateException("nobody would look at the format " + format);
        };
    }

    private interface Parser {
        Object parse(String text);
    }

    private static boolean parses(Parser parser, String text) {
        try {
            var _ = parser.parse(text);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static boolean isAddress(String text) {
        try {
            return URI.create(text).isAbsolute();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Shape form(String form) {
        Pattern pattern = Pattern.compile(form);
        return text(value -> finds(pattern, value), "has not the form " + form);
    }

    private static Shape notOfForm(JsonNode said) {
        if (said.size() != 1 || !said.has("pattern")) {
            throw new IllegalStateException("only a form can be ruled out");
        }
        String form = said.get("pattern").stringValue();
        Pattern pattern = Pattern.compile(form);
        return text(value -> !finds(pattern, value), "has the form " + form);
    }

    // The matcher goes one call deeper with each repetition of a group: a very long text ends its stack, and an
    // Error would end the listener.
    private static boolean finds(Pattern pattern, String text) {
        try {
            return pattern.matcher(text).find();
        } catch (StackOverflowError _) {
            return false;
        }
    }

    private static String shorter(int length) {
        return length == 1 ? "is empty" : "is shorter than " + length + " characters";
    }

    private static String listed(JsonNode words) {
        return words.valueStream().map(word -> word.asString("null")).collect(Collectors.joining(", "));
    }
}
