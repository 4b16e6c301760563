package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a wish to follow from JSON and tells every fault at once. Unknown fields are ignored.
final class FollowBody {

    private final JsonNode body;
    private final List<Fault> faults = new ArrayList<>();

    private FollowBody(JsonNode body) {
        this.body = body;
    }

    static FollowWish parse(JsonNode body) {
        var reading = new FollowBody(body);
        TargetKind kind = reading.kind();
        JsonNode key = body.at("/target/key");
        if (!key.isString()) {
            reading.fault("/target/key", "is needed");
        }
        List<String> events = reading.events();
        UUID webhook = reading.webhook();
        if (kind == null || !reading.faults.isEmpty()) {
            throw new InvalidInput(reading.faults);
        }
        return new FollowWish(kind, key.stringValue(), events, webhook);
    }

    private @Nullable TargetKind kind() {
        JsonNode kind = body.at("/target/kind");
        TargetKind known = kind.isString() ? TargetKind.of(kind.stringValue()).orElse(null) : null;
        if (known == null || known == TargetKind.ALL) {
            fault("/target/kind", "must be tool, pair, category or critic");
        }
        return known;
    }

    private List<String> events() {
        JsonNode events = body.path("events");
        if (events.isMissingNode() || events.isNull()) {
            return Follow.USUAL;
        }
        boolean known = events.isArray()
                && !events.isEmpty()
                && events.valueStream()
                        .allMatch(event -> event.isString() && Follow.EVENTS.contains(event.stringValue()));
        if (!known) {
            fault("/events", "must be a list of verdict, price, status and milestone, one at least");
            return Follow.EVENTS;
        }
        return events.valueStream().map(JsonNode::stringValue).toList();
    }

    private @Nullable UUID webhook() {
        JsonNode id = body.path("webhookId");
        if (id.isMissingNode() || id.isNull()) {
            return null;
        }
        UUID webhook = id.isString() ? AlertId.read(id.stringValue()).orElse(null) : null;
        if (webhook == null) {
            fault("/webhookId", "must be the id of a webhook, or absent for mail");
        }
        return webhook;
    }

    private void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }
}
