package dev.toolverdicts.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String NOT_SAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-00";

    @Test
    void tellsTheTraceAndWhetherItIsKept() {
        assertThat(TraceParent.traceId(SAMPLED)).isEqualTo(TRACE);
        assertThat(TraceParent.isSampled(SAMPLED)).isTrue();
        assertThat(TraceParent.isSampled(NOT_SAMPLED)).isFalse();
        assertThat(TraceParent.traceId("cc-" + TRACE + "-00f067aa0ba902b7-01-what-comes-later"))
                .isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0g",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nX: y"
            })
    void whatIsNoneIsNoTrace(String header) {
        assertThat(TraceParent.traceId(header)).isNull();
        assertThat(TraceParent.isSampled(header)).isFalse();
    }

    @Test
    void nothingIsNoTraceEither() {
        assertThat(TraceParent.traceId(null)).isNull();
        assertThat(TraceParent.isSampled(null)).isFalse();
        assertThat(TraceParent.current()).isNull();
    }
}
