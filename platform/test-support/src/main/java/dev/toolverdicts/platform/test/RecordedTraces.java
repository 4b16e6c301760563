package dev.toolverdicts.platform.test;

import dev.toolverdicts.platform.telemetry.Tracing;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Every span that a process under test has ended; all are sampled that nobody before has decided
/// about. Make its [#tracing()] a bean of the test, and the service uses it.
public final class RecordedTraces {

    private final List<SpanData> spans = new CopyOnWriteArrayList<>();
    private final Tracing tracing = Tracing.by(
            SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(new Recorder()))
                    .build()
                    .get("test"),
            () -> {
                // they are kept at once
            });

    public Tracing tracing() {
        return tracing;
    }

    /// In the order in which they ended.
    public List<SpanData> of(String traceId) {
        return spans.stream().filter(span -> span.getTraceId().equals(traceId)).toList();
    }

    public List<String> names(String traceId) {
        return of(traceId).stream().map(SpanData::getName).toList();
    }

    private final class Recorder implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
