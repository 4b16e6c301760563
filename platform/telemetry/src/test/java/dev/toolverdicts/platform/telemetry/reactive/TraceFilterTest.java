package dev.toolverdicts.platform.telemetry.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.telemetry.Kept;
import dev.toolverdicts.platform.telemetry.TraceParent;
import dev.toolverdicts.platform.telemetry.Traced;
import dev.toolverdicts.platform.telemetry.Tracing;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class TraceFilterTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final Kept kept = new Kept();
    private final MockServerWebExchange exchange = MockServerWebExchange.from(
            MockServerHttpRequest.get("/api/things/secret").header(TraceParent.HEADER, PARENT));

    private void send(Tracing tracing, boolean trusted, WebFilterChain chain) {
        new TraceFilter(tracing, trusted, _ -> "/api/things/{id}")
                .filter(exchange, chain)
                .onErrorComplete()
                .block();
    }

    @Test
    void theChainKnowsTheSpanOnWhateverThreadItGoesOn() {
        var seen = new AtomicReference<String>();

        send(
                kept.tracing(1),
                true,
                sent -> Mono.deferContextual(context -> Mono.fromRunnable(() -> {
                            TraceFilter.within(context, () -> seen.set(TraceParent.current()));
                            sent.getResponse().setStatusCode(HttpStatus.ACCEPTED);
                        }))
                        .subscribeOn(Schedulers.single())
                        .then());

        // A chain may be over a moment before its span is.
        await().until(() -> !kept.spans().isEmpty());
        SpanData span = kept.spans().getFirst();
        assertThat(span.getTraceId()).isEqualTo(TraceParent.traceId(PARENT));
        assertThat(span.getName()).isEqualTo("GET /api/things/{id}");
        assertThat(span.toString()).contains("202").doesNotContain("secret");
        assertThat(TraceParent.traceId(seen.get())).isEqualTo(span.getTraceId());
        assertThat(TraceFilter.of(exchange).parent()).contains(span.getSpanId());
    }

    @Test
    void strangersDoNotSayInWhichTraceTheyAre() {
        send(kept.tracing(1), false, _ -> Mono.empty());

        assertThat(kept.spans().getFirst().getTraceId()).isNotEqualTo(TraceParent.traceId(PARENT));
    }

    @Test
    void aFailureEndsTheSpanToo() {
        send(kept.tracing(1), true, _ -> Mono.error(new IllegalStateException("broken")));

        assertThat(kept.spans().getFirst().getAttributes().asMap().toString()).contains("IllegalStateException");
    }

    @Test
    void whereItIsOffThereIsNoSpan() {
        send(Tracing.off(), true, sent -> {
            assertThat(TraceFilter.of(sent)).isSameAs(Traced.NONE);
            return Mono.empty();
        });

        assertThat(exchange.getAttributes()).doesNotContainKey(TraceFilter.class.getName());
    }
}
