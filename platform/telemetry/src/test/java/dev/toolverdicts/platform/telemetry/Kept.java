package dev.toolverdicts.platform.telemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps every span that has ended.
public final class Kept implements SpanProcessor {

    private final List<SpanData> spans = new CopyOnWriteArrayList<>();

    /// Of which this share is kept.
    public Tracing tracing(double sampled) {
        return Exporting.to(this, "a-service", sampled);
    }

    public List<SpanData> spans() {
        return spans;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // it is kept when it has ended
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        spans.add(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
