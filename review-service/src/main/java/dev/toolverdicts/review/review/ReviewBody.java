package dev.toolverdicts.review.review;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import dev.toolverdicts.review.critic.AuthorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a review from a request's body and finds all of its faults, not only the first. Fields it does
/// not know are ignored.
public final class ReviewBody {

    private static final int LONGEST_MODEL = 100;
    private static final int LONGEST_REASON = 500;

    private final JsonNode body;
    private final List<Fault> faults = new ArrayList<>();

    private ReviewBody(JsonNode body) {
        this.body = body;
    }

    /// @throws InvalidInput with a fault for every field that cannot be accepted
    public static ReviewDraft parse(JsonNode body) {
        return new ReviewBody(body).parse();
    }

    private ReviewDraft parse() {
        if (!body.isObject()) {
            throw InvalidInput.of("", "must be an object");
        }
        Optional<Verdict> verdict = word("verdict").flatMap(Verdict::of);
        OptionalInt score = score();
        Optional<String> text = text();
        Optional<Boolean> handsOn = handsOn();
        Optional<AuthorKind> authorKind = word("authorKind").flatMap(AuthorKind::of);
        String model = line("model", LONGEST_MODEL);
        String promptVersion = line("promptVersion", LONGEST_MODEL);
        String reason = line("reason", LONGEST_REASON);
        List<Citation> citations = new CitationBody(faults).parse(body.get("citations"), text.orElse(null));
        if (verdict.isEmpty()) {
            fault("/verdict", "must be \"ship\" or \"skip\"");
        }
        if (authorKind.isEmpty()) {
            fault("/authorKind", "must be \"human\", \"ai_persona\" or \"ai_drafted\"");
        }
        if (authorKind.filter(kind -> kind == AuthorKind.HUMAN).isPresent()) {
            refuseForPeople("/model", model);
            refuseForPeople("/promptVersion", promptVersion);
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new ReviewDraft(
                verdict.orElseThrow(),
                score.orElseThrow(),
                text.orElseThrow(),
                handsOn.orElseThrow(),
                authorKind.orElseThrow(),
                model,
                promptVersion,
                citations,
                reason);
    }

    private void refuseForPeople(String pointer, @Nullable String given) {
        if (given != null) {
            fault(pointer, "must be null when a person wrote the text");
        }
    }

    private OptionalInt score() {
        JsonNode score = body.get("score");
        if (score != null && score.isIntegralNumber() && score.canConvertToInt()) {
            int value = score.intValue();
            if (value >= 0 && value <= 100) {
                return OptionalInt.of(value);
            }
        }
        fault("/score", "must be a whole number from 0 to 100");
        return OptionalInt.empty();
    }

    private Optional<Boolean> handsOn() {
        JsonNode handsOn = body.get("handsOn");
        if (handsOn != null && handsOn.isBoolean()) {
            return Optional.of(handsOn.booleanValue());
        }
        fault("/handsOn", "must be true or false");
        return Optional.empty();
    }

    private Optional<String> text() {
        Optional<String> text = word("body").map(ReviewBody::withPlainLineEnds);
        if (text.isEmpty()) {
            fault("/body", "must be a text");
        }
        text.map(ReviewBody::complaint).ifPresent(complaint -> fault("/body", complaint));
        return text;
    }

    private static @Nullable String complaint(String text) {
        int length = text.codePointCount(0, text.length());
        if (text.isBlank()) {
            return "must not be blank";
        }
        if (length > ReviewText.LONGEST_BODY) {
            return "must have at most %d characters, has %d".formatted(ReviewText.LONGEST_BODY, length);
        }
        return text.codePoints().anyMatch(ReviewBody::isForbidden)
                ? "must not hold control characters or broken characters"
                : null;
    }

    private static boolean isForbidden(int character) {
        return Line.isHalfOfAPair(character)
                || (Character.isISOControl(character) && character != '\n' && character != '\t');
    }

    private static String withPlainLineEnds(String text) {
        return text.replace("\r\n", "\n");
    }

    private @Nullable String line(String field, int longest) {
        return Line.read(body.get(field), longest, complaint -> fault("/" + field, complaint));
    }

    private Optional<String> word(String field) {
        JsonNode value = body.get(field);
        return value != null && value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    private void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }
}
