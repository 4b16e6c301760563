package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.platform.web.InvalidInput;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A tool as the fields of a form, and the fields as the body that the API takes. A dot in a name leads
/// into an object. Tags stand one on a line: a line end is what no tag can hold.
final class ToolForm {

    private static final List<String> NAMES = List.of(
            "name",
            "tagline",
            "summary",
            "category",
            "tags",
            "websiteUrl",
            "repoUrl",
            "status",
            "pricing.text",
            "pricing.model",
            "pricing.entryAmount",
            "pricing.currency",
            "pricing.period",
            "pricing.capturedAt",
            "license.spdx",
            "license.class",
            "bestFor",
            "notFor",
            "facts.price.sourceUrl",
            "facts.license.sourceUrl",
            "facts.status.sourceUrl");

    /// Ticked they say that the editor has seen the fact at its source now.
    private static final List<String> SEEN =
            List.of("facts.price.verified", "facts.license.verified", "facts.status.verified");

    private static final Pattern TAG = Pattern.compile("/tags/([0-9]{1,9})");

    private final Map<String, String> values;

    private ToolForm(Map<String, String> values) {
        this.values = values;
    }

    static ToolForm of(ToolView tool, JsonMapper json) {
        JsonNode written = json.valueToTree(tool);
        var values = new LinkedHashMap<String, String>();
        for (String name : NAMES) {
            values.put(name, text(written.at("/" + name.replace('.', '/'))));
        }
        values.put("category", tool.category().key());
        return new ToolForm(values);
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining("\n"))
                : value.asString("");
    }

    static ToolForm sent(MultiValueMap<String, String> form) {
        var values = new LinkedHashMap<String, String>();
        for (String name : NAMES) {
            String value = form.getFirst(name);
            values.put(name, value == null ? "" : value.strip());
        }
        // Else it stays the time when somebody last saw it.
        for (String name : SEEN) {
            values.put(name, form.containsKey(name) ? "true" : "");
        }
        return new ToolForm(values);
    }

    Map<String, String> values() {
        return values;
    }

    /// The faults by the names of the form's fields, one each. The tags are one field.
    static Map<String, String> faults(InvalidInput wrong) {
        var faults = new LinkedHashMap<String, String>();
        for (InvalidInput.Fault fault : wrong.faults()) {
            Matcher tag = TAG.matcher(fault.pointer());
            if (tag.matches()) {
                faults.putIfAbsent("tags", "number %d %s".formatted(Long.parseLong(tag.group(1)) + 1, fault.detail()));
            } else {
                faults.putIfAbsent(fault.pointer().replaceFirst("^/", "").replace('/', '.'), fault.detail());
            }
        }
        return faults;
    }

    JsonNode body(JsonMapper json) {
        ObjectNode body = json.createObjectNode();
        body.putObject("pricing");
        body.putObject("license");
        ObjectNode facts = body.putObject("facts");
        List.of("price", "license", "status").forEach(facts::putObject);
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                put(body, name, value);
            }
        });
        return body;
    }

    private static void put(ObjectNode body, String name, String value) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            put((ObjectNode) body.path(name.substring(0, dot)), name.substring(dot + 1), value);
        } else if (name.equals("verified")) {
            body.put(name, true);
        } else if (name.equals("tags")) {
            var tags = body.putArray(name);
            value.lines().map(String::strip).filter(tag -> !tag.isEmpty()).forEach(tags::add);
        } else {
            BigDecimal amount = name.equals("entryAmount") ? amount(value) : null;
            if (amount == null) {
                body.put(name, value);
            } else {
                body.put(name, amount);
            }
        }
    }

    /// What is no number is refused by who reads the body.
    private static @Nullable BigDecimal amount(String value) {
        try {
            return value.length() > 30 ? null : new BigDecimal(value);
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
