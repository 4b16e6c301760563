package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.platform.telemetry.TraceParent;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// CloudEvents 1.0, Kafka binding, binary mode: attributes as `ce_` headers, the value plain JSON.
public final class EventCodec {

    private final JsonMapper json;
    private final Clock clock;
    private final Ids ids;
    private final String source;
    private final EventSchemas schemas;

    EventCodec(JsonMapper json, Clock clock, Ids ids, String source) {
        this.json = json;
        this.clock = clock;
        this.ids = ids;
        this.source = source;
        this.schemas = new EventSchemas(json);
    }

    /// The record to send for an event.
    ///
    /// @throws IllegalArgumentException when the data cannot be written as JSON
    public ProducerRecord<String, byte[]> encode(Event event) {
        List<Header> headers = List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", ids.next().toString()),
                header("ce_source", source),
                header("ce_type", event.type()),
                header("ce_subject", event.key()),
                header("ce_time", clock.instant().toString()),
                header("ce_version", Long.toString(event.version())),
                header("content-type", "application/json"));
        try {
            ProducerRecord<String, byte[]> encoded = new ProducerRecord<>(
                    event.topic(), null, event.key(), json.writeValueAsBytes(event.data()), headers);
            String traceparent = event.traceparent();
            if (traceparent != null) {
                encoded.headers().add(header(TraceParent.HEADER, traceparent));
            }
            return encoded;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("cannot write " + event.type() + " as JSON", e);
        }
    }

    /// The data of a record. Its topic's schema is asked before the type: only it knows of ranges and forms,
    /// also of fields that the type leaves out.
    ///
    /// @throws UndecodableEvent when key or value is missing, when the schema of the topic has something
    ///     against the value, or when the value does not have the type's shape; says so in plain words
    public <T> T decode(ConsumerRecord<String, byte[]> received, Class<T> type) {
        if (received.key() == null || received.value() == null) {
            throw new UndecodableEvent("key or value is missing");
        }
        try {
            String complaint = schemas.complaint(received.topic(), received.value());
            if (complaint != null) {
                throw new UndecodableEvent(complaint);
            }
            T data = json.readValue(received.value(), type);
            if (data == null) {
                throw new UndecodableEvent("the value is null");
            }
            return data;
        } catch (JacksonException e) {
            throw new UndecodableEvent(WhyUnreadable.of(e, type), e);
        } catch (IllegalArgumentException e) {
            throw new UndecodableEvent("the value cannot be read as " + type.getSimpleName(), e);
        }
    }

    /// The state version a record carries, 0 when it carries none.
    static long version(ConsumerRecord<?, ?> received) {
        Header version = received.headers().lastHeader("ce_version");
        try {
            return version == null || version.value() == null ? 0 : Long.parseLong(new String(version.value(), UTF_8));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /// Whether a value says another state version than the headers of the record it is meant
    /// for. Consumers go by what the value says, and one that is too high makes them pass over
    /// what comes after.
    boolean isOfOtherVersion(ConsumerRecord<?, ?> received, byte[] value) {
        long stated = version(received);
        if (stated == 0) {
            return false;
        }
        try {
            // Also "7" and 7.0 would be read as one.
            JsonNode said = json.readTree(value).path("version");
            return !said.isMissingNode() && !said.asString("").equals(Long.toString(stated));
        } catch (JacksonException _) {
            return false;
        }
    }

    static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
