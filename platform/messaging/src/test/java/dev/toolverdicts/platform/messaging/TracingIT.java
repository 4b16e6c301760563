package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.telemetry.TraceParent;
import dev.toolverdicts.platform.telemetry.Traced;
import dev.toolverdicts.platform.telemetry.Tracing;
import dev.toolverdicts.platform.test.RecordedTraces;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// A trace goes with a change through outbox and log to whoever applies it.
class TracingIT {

    private static final RecordedTraces TRACES = new RecordedTraces();
    private static final Instance.Place PLACE = Instance.Place.fresh();
    private static Instance instance;

    @Configuration(proxyBeanMethods = false)
    @Import(ThingApplication.class)
    static class TracedThings {

        @Bean
        Tracing recorded() {
            return TRACES.tracing();
        }
    }

    @BeforeAll
    static void start() {
        instance = Instance.start(TracedThings.class, PLACE);
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    private static String change(String id, Traced request) {
        try (var _ = request.present()) {
            instance.service().change(id, "changed");
        }
        request.end();
        return String.valueOf(TraceParent.traceId(request.parent()));
    }

    private static List<ConsumerRecord<String, byte[]>> records(String id) {
        return Topics.read(PLACE.topic()).stream()
                .filter(received -> received.key().equals(id))
                .toList();
    }

    @Test
    void aChangeIsFollowedThroughOutboxAndLogToItsProjection() {
        List<String> logged = new CopyOnWriteArrayList<>();
        instance.projector().whileApplying(_ -> logged.add(String.valueOf(MDC.get("traceId"))));

        String trace = change("followed", TRACES.tracing().server("request", null));

        await().untilAsserted(() ->
                assertThat(TRACES.names(trace)).containsExactlyInAnyOrder("request", "outbox-relay", PLACE.service()));
        Header header = records("followed").getFirst().headers().lastHeader("traceparent");
        assertThat(TraceParent.traceId(new String(header.value(), UTF_8))).isEqualTo(trace);
        assertThat(logged).contains(trace);
        assertThat(TRACES.of(trace))
                .filteredOn(span -> span.getName().equals(PLACE.service()))
                .singleElement()
                .satisfies(span -> assertThat(span.getAttributes().asMap().toString())
                        .contains(PLACE.topic(), "messaging.kafka.offset"));
        instance.projector().undisturbed();
    }

    @Test
    void recordsOfOneBatchAreSpansOfTheirOwnTracesAndLeadToEachOther() {
        List<Traced> requests = IntStream.range(0, 3)
                .mapToObj(_ -> TRACES.tracing().server("request", null))
                .toList();

        Topics.sendAll(IntStream.range(0, 3)
                .mapToObj(i -> traced("batch-" + i, requests.get(i)))
                .toList());

        await().untilAsserted(() -> requests.forEach(
                request -> assertThat(applied(request)).as("applied").isNotEmpty()));
        List<SpanData> spans =
                requests.stream().map(request -> applied(request).getFirst()).toList();
        // However the records were shared out among polls, those of one lead to its last.
        assertThat(spans)
                .allSatisfy(span -> assertThat(span.getLinks())
                        .extracting(LinkData::getSpanContext)
                        .allSatisfy(linked -> assertThat(spans)
                                .extracting(SpanData::getSpanId)
                                .contains(linked.getSpanId())));
    }

    private static List<SpanData> applied(Traced request) {
        return TRACES.of(String.valueOf(TraceParent.traceId(request.parent()))).stream()
                .filter(span -> span.getName().equals(PLACE.service()))
                .toList();
    }

    private static ProducerRecord<String, byte[]> traced(String id, Traced request) {
        ProducerRecord<String, byte[]> state = Topics.state(PLACE.topic(), 0, id, 1);
        state.headers().add("traceparent", String.valueOf(request.parent()).getBytes(UTF_8));
        return state;
    }

    @Test
    void whatIsNotTracedCarriesNothing() {
        instance.service().change("untraced", "changed");

        await().untilAsserted(() -> assertThat(records("untraced")).hasSize(1));
        assertThat(records("untraced").getFirst().headers().lastHeader("traceparent"))
                .isNull();
    }

    @Test
    void aFailedBatchIsAFailedSpan() {
        instance.projector().whileApplying(_ -> {
            throw new IllegalStateException("not now");
        });
        String trace = change("failed", TRACES.tracing().server("request", null));

        await().untilAsserted(() -> assertThat(TRACES.of(trace).toString()).contains("IllegalStateException"));

        instance.projector().undisturbed();
        await().untilAsserted(
                        () -> assertThat(instance.things().things("failed")).hasSize(1));
    }
}
