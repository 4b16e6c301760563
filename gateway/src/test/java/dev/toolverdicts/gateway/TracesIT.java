package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.telemetry.TraceParent;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every request begins a trace, whichever way it takes, and whoever is asked next hears of it.
class TracesIT extends ThroughTheGateway {

    private static final String VOTE = "/api/v1/tools/a/vote";
    private static final String STRANGERS = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static HttpHeaders asked(Backend... backends) {
        return Stream.of(backends)
                .flatMap(backend -> backend.asked().stream())
                .findFirst()
                .orElseThrow()
                .headers();
    }

    private static String trace(HttpHeaders headers) {
        String trace = TraceParent.traceId(headers.get("traceparent"));
        assertThat(trace).isNotNull();
        return trace;
    }

    private void cast(String... headers) {
        String[] device = {"Cookie", "voter=" + UUID.randomUUID(), "Content-Type", "application/json"};
        ask(
                "PUT",
                VOTE,
                BodyPublishers.ofString("{\"choice\":\"ship\"}"),
                Stream.concat(Stream.of(device), Stream.of(headers)).toArray(String[]::new));
    }

    @Test
    void theShortWayHandsItsTraceOn() {
        cast();

        String trace = trace(asked(VOTE_ACCEPT_1, VOTE_ACCEPT_2));
        await().untilAsserted(() -> assertThat(TRACES.names(trace)).containsExactly("PUT short-way"));
        assertThat(TRACES.of(trace).getFirst().getAttributes().asMap().toString())
                .contains("200");
    }

    @Test
    void theLongWayHandsItsTraceOnToo() {
        get("/tool/traced-page");

        String trace = trace(asked(CATALOG_1, CATALOG_2));
        await().untilAsserted(() -> assertThat(TRACES.names(trace)).containsExactly("GET catalog-pages"));
        assertThat(TRACES.of(trace).toString()).doesNotContain("traced-page");
    }

    @Test
    void strangersDoNotSayInWhichTraceTheyAre() {
        String[] said = {
            "traceparent", "00-" + STRANGERS + "-00f067aa0ba902b7-01", "tracestate", "a=b", "baggage", "who=me"
        };

        cast(said);
        get("/tool/a", said);

        for (HttpHeaders headers : List.of(asked(VOTE_ACCEPT_1, VOTE_ACCEPT_2), asked(CATALOG_1, CATALOG_2))) {
            assertThat(headers.getAll("traceparent")).hasSize(1);
            assertThat(trace(headers)).isNotEqualTo(STRANGERS);
            assertThat(headers.contains("tracestate")).isFalse();
            assertThat(headers.contains("baggage")).isFalse();
        }
        assertThat(TRACES.of(STRANGERS)).isEmpty();
    }
}
