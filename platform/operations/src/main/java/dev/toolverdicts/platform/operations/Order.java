package dev.toolverdicts.platform.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.platform.messaging.Act;
import dev.toolverdicts.platform.messaging.Selected;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what an operator sends.
public final class Order {

    static final int LONGEST = 500;
    private static final int MOST = 500;
    private static final Pattern TICK = Pattern.compile("letter-([0-9]{1,18})");

    /// What may be ordered, each with words of its own.
    public enum Kind {
        /// About one letter or projection, which the address names.
        DECISION,
        REPLAY,
        /// About letters that are named by ids or by what they have in common.
        MANY,
        NOTE,
        SWITCH;

        private Set<String> words() {
            return switch (this) {
                case DECISION -> Set.of("reason");
                case REPLAY -> Set.of("reason", "value", "valueHex");
                case MANY -> Set.of("reason", "ids", "consumer", "topic", "key", "cause", "after");
                case NOTE -> Set.of("note");
                case SWITCH -> Set.of("reason", "paused");
            };
        }
    }

    private final JsonNode body;

    private Order(JsonNode body) {
        this.body = body;
    }

    /// @throws OperationRefused when it is no JSON object, or has a word that such an order has not: `id`
    ///     for `ids` would be an order for all, and a pause with `ids` pauses more than was meant
    public static Order of(Kind kind, @Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw OperationRefused.invalid("", "must be an object");
        }
        Set<String> words = kind.words();
        for (String word : body.propertyNames()) {
            if (!words.contains(word)) {
                throw OperationRefused.invalid(
                        "/" + word.replace("~", "~0").replace("/", "~1"), "is no word of this order");
            }
        }
        return new Order(body);
    }

    /// Who gives it, with the reason that every order has.
    public Act by(String actor) {
        return new Act(actor, reason(text("reason")));
    }

    static String reason(@Nullable String given) {
        String reason = given == null ? "" : given.strip();
        if (reason.isEmpty()) {
            throw OperationRefused.invalid("/reason", "is needed: the audit keeps it");
        }
        return plain("/reason", reason);
    }

    /// A text that PostgreSQL takes, too: it has none with a NUL.
    private static String plain(String pointer, String text) {
        if (text.length() > LONGEST) {
            throw OperationRefused.invalid(pointer, "must have at most " + LONGEST + " characters");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw OperationRefused.invalid(pointer, "must not have control characters");
        }
        return text;
    }

    /// The value to apply instead of the record's own: as text, or in hexadecimal.
    public byte @Nullable [] value() {
        String text = text("value");
        String hex = text("valueHex");
        if (text != null && hex != null) {
            throw OperationRefused.invalid("/valueHex", "must not stand beside value");
        }
        return hex == null ? bytes(text) : unhex(hex);
    }

    static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(UTF_8);
    }

    private static byte[] unhex(String hex) {
        try {
            return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notHex) {
            throw OperationRefused.invalid("/valueHex", "must be bytes in hexadecimal");
        }
    }

    public @Nullable String note() {
        return note(text("note"));
    }

    /// Null for none. What says nothing of a note must not take one away; an empty one does.
    static @Nullable String note(@Nullable String given) {
        if (given == null) {
            throw OperationRefused.invalid("/note", "is needed: an empty one takes the note away");
        }
        String note = given.strip();
        return note.isEmpty() ? null : plain("/note", note);
    }

    /// Which dead letters an order about many is for.
    public Selected selected() {
        String cause = text("cause");
        if (cause != null && cause.indexOf('\0') >= 0) {
            throw OperationRefused.invalid("/cause", "must not have control characters");
        }
        return new Selected(
                ids(),
                name("consumer", text("consumer")),
                name("topic", text("topic")),
                name("key", text("key")),
                cause);
    }

    private @Nullable List<Long> ids() {
        JsonNode ids = body.path("ids");
        if (ids.isMissingNode() || ids.isNull()) {
            return null;
        }
        if (!ids.isArray()
                || ids.size() > MOST
                || !ids.valueStream().allMatch(id -> id.isIntegralNumber() && id.canConvertToLong())) {
            throw OperationRefused.invalid("/ids", "must be a list of at most " + MOST + " ids");
        }
        return ids.valueStream().map(JsonNode::longValue).toList();
    }

    /// Of a form: each box that is ticked is a field of its own.
    static List<Long> ticked(Map<String, String> form) {
        List<Long> ids = form.keySet().stream()
                .map(TICK::matcher)
                .filter(Matcher::matches)
                .map(tick -> Long.valueOf(tick.group(1)))
                .toList();
        if (ids.isEmpty() || ids.size() > MOST) {
            throw OperationRefused.invalid("", "must have at least one letter ticked, and at most " + MOST);
        }
        return ids;
    }

    /// What something is asked for by; null where it is not.
    static @Nullable String name(String field, @Nullable String given) {
        return given == null ? null : plain("/" + field, given);
    }

    /// Where replaying all goes on; 0 for the beginning.
    public long after() {
        JsonNode after = body.path("after");
        if (after.isMissingNode() || after.isNull()) {
            return 0;
        }
        if (!after.isIntegralNumber() || !after.canConvertToLong()) {
            throw noPlace();
        }
        return after.longValue();
    }

    /// The same of a form.
    static long after(@Nullable String given) {
        try {
            return given == null ? 0 : Long.parseLong(given);
        } catch (NumberFormatException notANumber) {
            throw noPlace();
        }
    }

    private static OperationRefused noPlace() {
        return OperationRefused.invalid("/after", "must be the next of the answer before");
    }

    public boolean paused() {
        JsonNode paused = body.path("paused");
        if (!paused.isBoolean()) {
            throw noPause();
        }
        return paused.booleanValue();
    }

    /// The same of a form. What says neither must not resume anything.
    static boolean paused(@Nullable String given) {
        boolean paused = "true".equals(given);
        if (!paused && !"false".equals(given)) {
            throw noPause();
        }
        return paused;
    }

    private static OperationRefused noPause() {
        return OperationRefused.invalid("/paused", "must be true or false");
    }

    private @Nullable String text(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw OperationRefused.invalid("/" + name, "must be a text");
        }
        return value.stringValue();
    }
}
