package dev.toolverdicts.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TracingTest {

    private final Kept kept = new Kept();
    private final Tracing tracing = kept.tracing(1);

    @AfterEach
    void close() {
        tracing.close();
    }

    @Test
    void whatIsAskedNextIsPartOfTheTrace() {
        Traced door = tracing.server("PUT", null);
        Traced service = tracing.server("PUT", door.parent());
        service.end();
        door.end();

        assertThat(kept.spans()).extracting(SpanData::getTraceId).containsOnly(TraceParent.traceId(door.parent()));
        assertThat(kept.spans().getFirst().getParentSpanId())
                .isEqualTo(kept.spans().getLast().getSpanId());
        assertThat(kept.spans().getLast().getParentSpanContext().isValid()).isFalse();
        assertThat(kept.spans()).extracting(SpanData::getKind).containsOnly(SpanKind.SERVER);
        assertThat(kept.spans().getFirst().getResource().getAttributes().asMap().toString())
                .contains("service.name=a-service");
    }

    @Test
    void eventsAndLinesOfTheLogCarryTheTraceWhileItIsPresentAndNotAfterwards() {
        Traced outer = tracing.server("outer", null);
        Traced inner = tracing.consumer("inner", null);

        try (var _ = outer.present()) {
            assertThat(TraceParent.current()).isEqualTo(outer.parent());
            try (var _ = inner.present()) {
                assertThat(TraceParent.current()).isEqualTo(inner.parent());
                assertThat(MDC.get("traceId")).isEqualTo(TraceParent.traceId(inner.parent()));
            }
            assertThat(MDC.get("traceId")).isEqualTo(TraceParent.traceId(outer.parent()));
        }

        assertThat(TraceParent.current()).isNull();
        assertThat(MDC.get("traceId")).isNull();
    }

    @Test
    void manyThatAreOneGoOnInTheLastOneAndLeadToEachOther() {
        String first = tracing.server("a", null).parent();
        String second = tracing.server("b", null).parent();

        List<Traced> counted = tracing.consumers("count", List.of(first, second));
        counted.forEach(Traced::end);

        SpanData one = kept.spans().getFirst();
        SpanData other = kept.spans().getLast();
        assertThat(one.getTraceId()).isEqualTo(TraceParent.traceId(first));
        assertThat(other.getTraceId()).isEqualTo(TraceParent.traceId(second));
        assertThat(one.getLinks())
                .extracting(LinkData::getSpanContext)
                .extracting(span -> span.getSpanId())
                .containsExactly(other.getSpanId());
        assertThat(other.getLinks())
                .extracting(LinkData::getSpanContext)
                .extracting(span -> span.getSpanId())
                .containsExactly(one.getSpanId());
    }

    @Test
    void whatTheFirstDoesNotKeepNobodyKeeps() {
        Tracing sparing = kept.tracing(0);
        Traced door = sparing.server("PUT", null);

        assertThat(door.isSampled()).isFalse();
        assertThat(TraceParent.isSampled(door.parent())).isFalse();
        Traced service = tracing.server("PUT", door.parent());
        try (var _ = service.present()) {
            assertThat(TraceParent.current()).isNull();
            assertThat(MDC.get("traceId")).isNull();
        }
        service.end();
        door.end();

        assertThat(kept.spans()).isEmpty();
        sparing.close();
    }

    @Test
    void whatIsDoneLaterIsPartOfWhatWasTracedAndBeginsNothing() {
        Traced request = tracing.server("PUT", null);

        assertThat(tracing.later("mail", request.parent()).isSampled()).isTrue();
        assertThat(tracing.later("mail", null)).isSameAs(Traced.NONE);
        assertThat(tracing.later("mail", "nonsense")).isSameAs(Traced.NONE);
        assertThat(Tracing.off().later("mail", request.parent())).isSameAs(Traced.NONE);
    }

    @Test
    void failuresAreTheirKindAndNoMessage() {
        Traced traced = tracing.server("PUT", null);
        traced.failed(new IllegalStateException("reader@example.org"))
                .status(503)
                .end();

        SpanData span = kept.spans().getFirst();
        assertThat(span.getStatus()).isEqualTo(StatusData.error());
        assertThat(span.toString()).contains("IllegalStateException", "503").doesNotContain("reader@");
    }

    @Test
    void whereItIsOffThereIsNothingAtAll() {
        Traced none = Tracing.off().server("PUT", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(none).isSameAs(Traced.NONE);
        assertThat(none.parent()).isNull();
        try (var _ = none.present()) {
            assertThat(TraceParent.current()).isNull();
        }
        none.note("a", "b").status(500).end();
        Tracing.off().close();
    }

    @Test
    void aShareIsAShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TraceSettings("http://x", 1.5, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new TraceSettings("http://x", Double.NaN, true));
    }
}
