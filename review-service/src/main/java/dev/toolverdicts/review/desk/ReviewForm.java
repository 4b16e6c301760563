package dev.toolverdicts.review.desk;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.review.review.Citation;
import dev.toolverdicts.review.review.Take;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A review as the fields of a form, and the fields as the body that the API takes. Sources stand
/// one on a line: number, address, title.
final class ReviewForm {

    private static final List<String> NAMES = List.of(
            "verdict", "score", "body", "handsOn", "authorKind", "model", "promptVersion", "citations", "reason");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern CITATION = Pattern.compile("/citations/([0-9]{1,9})/(.*)");

    private final Map<String, String> values;

    private ReviewForm(Map<String, String> values) {
        this.values = values;
    }

    static ReviewForm blank() {
        return new ReviewForm(Map.of());
    }

    /// Of what is published; why it is written anew is for whoever does so to say.
    static ReviewForm of(Take take) {
        var values = new LinkedHashMap<String, String>();
        values.put("verdict", take.verdict().toString());
        values.put("score", Integer.toString(take.score()));
        values.put("body", take.body());
        values.put("handsOn", take.handsOn() ? "yes" : "");
        values.put("authorKind", take.authorKind().toString());
        values.put("model", Objects.requireNonNullElse(take.model(), ""));
        values.put("promptVersion", Objects.requireNonNullElse(take.promptVersion(), ""));
        values.put("citations", take.citations().stream().map(ReviewForm::line).collect(Collectors.joining("\n")));
        return new ReviewForm(values);
    }

    private static String line(Citation citation) {
        String title = citation.title();
        return citation.id() + " " + citation.url() + (title == null ? "" : " " + title);
    }

    static ReviewForm sent(MultiValueMap<String, String> form) {
        var values = new LinkedHashMap<String, String>();
        for (String name : NAMES) {
            String value = form.getFirst(name);
            values.put(name, value == null ? "" : value);
        }
        return new ReviewForm(values);
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /// The faults by the names of the form's fields, one each. The sources are one field.
    static Map<String, String> faults(InvalidInput wrong) {
        var faults = new LinkedHashMap<String, String>();
        for (InvalidInput.Fault fault : wrong.faults()) {
            Matcher citation = CITATION.matcher(fault.pointer());
            if (citation.matches()) {
                faults.putIfAbsent(
                        "citations",
                        "source %d: its %s %s"
                                .formatted(Long.parseLong(citation.group(1)) + 1, citation.group(2), fault.detail()));
            } else {
                faults.putIfAbsent(fault.pointer().replaceFirst("^/", ""), fault.detail());
            }
        }
        return faults;
    }

    JsonNode body(JsonMapper json) {
        ObjectNode body = json.createObjectNode();
        body.put("body", get("body"));
        body.put("handsOn", get("handsOn").equals("yes"));
        for (String name : List.of("verdict", "authorKind", "model", "promptVersion", "reason")) {
            String value = get(name).strip();
            if (!value.isEmpty()) {
                body.put(name, value);
            }
        }
        Integer score = number(get("score").strip());
        if (score != null) {
            body.put("score", score);
        }
        var citations = body.putArray("citations");
        get("citations")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> citation(citations.addObject(), line));
        return body;
    }

    /// What is missing or no number is refused by who reads the body.
    private static void citation(ObjectNode citation, String line) {
        String[] parts = line.split("\\s+", 3);
        Integer id = number(parts[0]);
        if (id != null) {
            citation.put("id", id);
        }
        if (parts.length > 1) {
            citation.put("url", parts[1]);
        }
        if (parts.length > 2) {
            citation.put("title", parts[2]);
        }
    }

    private static @Nullable Integer number(String text) {
        return NUMBER.matcher(text).matches() ? Integer.valueOf(text) : null;
    }
}
