package dev.toolverdicts.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The body of a write, good unless a test makes it bad.
record Draft(ObjectNode body) {

    private static final JsonMapper JSON = new JsonMapper();

    /// A price that is fresh whenever the tests run.
    static Instant yesterday() {
        return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(1));
    }

    static Draft named(String name) {
        ObjectNode body = (ObjectNode) JSON.readTree("""
                {"tagline": "A sample tool", "summary": "A sample tool that a test made.",
                 "category": "developer-tools", "tags": ["sample"], "websiteUrl": "https://sample.example/tool",
                 "status": "active",
                 "pricing": {"text": "Free plan; Pro $20/mo", "model": "freemium", "entryAmount": 0, "currency": "USD",
                             "period": "month", "capturedAt": "%s"},
                 "license": {"spdx": "Apache-2.0", "class": "osi_open"},
                 "bestFor": "Tests", "notFor": "Anything else"}
                """.formatted(yesterday()));
        return new Draft(body.put("name", name));
    }

    static Draft fresh() {
        return named("Sample " + UUID.randomUUID());
    }

    Draft with(String field, String value) {
        return with(field, JSON.valueToTree(value));
    }

    /// Sets a field, or a field of a field, such as `pricing.text`.
    Draft with(String field, JsonNode value) {
        ObjectNode copy = body.deepCopy();
        int dot = field.indexOf('.');
        if (dot < 0) {
            copy.set(field, value);
        } else {
            ((ObjectNode) copy.get(field.substring(0, dot))).set(field.substring(dot + 1), value);
        }
        return new Draft(copy);
    }

    Draft without(String field) {
        ObjectNode copy = body.deepCopy();
        copy.remove(field);
        return new Draft(copy);
    }

    String name() {
        return body.get("name").asString();
    }

    String json() {
        return JSON.writeValueAsString(body);
    }
}
