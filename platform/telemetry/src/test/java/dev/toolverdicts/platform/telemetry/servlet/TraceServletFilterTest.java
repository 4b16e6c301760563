package dev.toolverdicts.platform.telemetry.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.platform.telemetry.Kept;
import dev.toolverdicts.platform.telemetry.TraceParent;
import dev.toolverdicts.platform.telemetry.Tracing;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

class TraceServletFilterTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final Kept kept = new Kept();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/things/secret");

    private void send(Tracing tracing, boolean trusted, FilterChain chain) throws ServletException, IOException {
        request.addHeader(TraceParent.HEADER, PARENT);
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/api/things/{id}");
        new TraceServletFilter(tracing, trusted).doFilter(request, new MockHttpServletResponse(), chain);
    }

    @Test
    void aRequestIsASpanOfItsSendersTrace() throws ServletException, IOException {
        var seen = new AtomicReference<String>();

        send(kept.tracing(1), true, (_, _) -> seen.set(TraceParent.current()));

        SpanData span = kept.spans().getFirst();
        assertThat(span.getTraceId()).isEqualTo(TraceParent.traceId(PARENT));
        assertThat(span.getName()).isEqualTo("GET /api/things/{id}");
        assertThat(span.toString()).doesNotContain("secret");
        assertThat(TraceParent.traceId(seen.get())).isEqualTo(span.getTraceId());
        assertThat(TraceParent.current()).isNull();
    }

    @Test
    void strangersDoNotSayInWhichTraceTheyAre() throws ServletException, IOException {
        send(kept.tracing(1), false, (_, _) -> {});

        assertThat(kept.spans().getFirst().getTraceId()).isNotEqualTo(TraceParent.traceId(PARENT));
    }

    @Test
    void aFailureEndsTheSpanToo() {
        assertThatThrownBy(() -> send(kept.tracing(1), true, (_, _) -> {
                    throw new ServletException("broken");
                }))
                .isInstanceOf(ServletException.class);

        assertThat(kept.spans().getFirst().getAttributes().asMap().toString()).contains("ServletException");
    }

    @Test
    void whereItIsOffRequestsJustPass() throws ServletException, IOException {
        var passed = new AtomicReference<String>("no");

        send(Tracing.off(), true, (_, _) -> passed.set("yes"));

        assertThat(passed).hasValue("yes");
    }
}
