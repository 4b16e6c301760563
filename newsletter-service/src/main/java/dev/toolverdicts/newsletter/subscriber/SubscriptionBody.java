package dev.toolverdicts.newsletter.subscriber;

import dev.toolverdicts.newsletter.defence.Work;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a subscription from JSON and tells every fault at once. Unknown fields are ignored.
final class SubscriptionBody {

    private final JsonNode body;
    private final List<Fault> faults = new ArrayList<>();

    private SubscriptionBody(JsonNode body) {
        this.body = body;
    }

    static Subscription parse(JsonNode body) {
        var reading = new SubscriptionBody(body);
        if (!body.isObject()) {
            throw InvalidInput.of("", "must be an object");
        }
        EmailAddress email = reading.email();
        List<String> topics = reading.topics();
        String source = reading.source();
        if (email == null || !reading.faults.isEmpty()) {
            throw new InvalidInput(reading.faults);
        }
        return new Subscription(email, topics, source);
    }

    /// What the body brings for the defence; anything but text counts as nothing.
    static Work work(JsonNode body) {
        return new Work(text(body, "challenge"), text(body, "solution"), text(body, "website"));
    }

    private static @Nullable String text(JsonNode body, String field) {
        return body.path(field).isString() ? body.path(field).stringValue() : null;
    }

    private @Nullable EmailAddress email() {
        JsonNode value = body.path("email");
        if (value.isMissingNode() || value.isNull()) {
            fault("/email", "is needed");
            return null;
        }
        if (!value.isString()) {
            fault("/email", "must be text");
            return null;
        }
        try {
            return EmailAddress.typed(value.stringValue());
        } catch (InvalidEmail wrong) {
            fault("/email", String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    private List<String> topics() {
        JsonNode value = body.path("topics");
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || value.size() > Subscription.MOST_TOPICS) {
            fault("/topics", "must be a list of up to %d keys".formatted(Subscription.MOST_TOPICS));
            return List.of();
        }
        List<String> topics = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode topic = value.get(i);
            if (topic.isString() && Subscription.isTopic(topic.stringValue())) {
                topics.add(topic.stringValue());
            } else {
                fault("/topics/" + i, "must be a key of lower-case words joined by hyphens");
            }
        }
        return topics.stream().distinct().toList();
    }

    private @Nullable String source() {
        JsonNode value = body.path("source");
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isString() && Subscription.isSource(value.stringValue())) {
            return value.stringValue();
        }
        fault("/source", "must be up to 200 letters, digits and any of / _ . : -");
        return null;
    }

    private void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }
}
