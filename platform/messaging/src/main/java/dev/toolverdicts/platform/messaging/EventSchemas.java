package dev.toolverdicts.platform.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The schemas of topics as consumers hold records against them: `schemas/<topic>.json` of the class
/// path. Of a topic without one everything is taken that can be read.
final class EventSchemas {

    private final Map<String, Optional<Shape>> byTopic = new ConcurrentHashMap<>();
    private final JsonMapper json;

    EventSchemas(JsonMapper json) {
        this.json = json;
    }

    /// What the topic's schema has against a value, in plain words; null for nothing.
    ///
    /// @throws tools.jackson.core.JacksonException when the value is not JSON
    @Nullable
    String complaint(String topic, byte[] value) {
        Shape shape = byTopic.computeIfAbsent(topic, this::read).orElse(null);
        Shape.Complaint wrong = shape == null ? null : shape.complaint(json.readTree(value));
        return wrong == null ? null : wrong.text();
    }

    private Optional<Shape> read(String topic) {
        try (InputStream schema = EventSchemas.class.getResourceAsStream("/schemas/" + topic + ".json")) {
            return schema == null ? Optional.empty() : Optional.of(Shape.of(json.readTree(schema)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
