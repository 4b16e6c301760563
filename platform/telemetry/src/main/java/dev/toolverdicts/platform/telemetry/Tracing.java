package dev.toolverdicts.platform.telemetry;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Begins the spans of this process. Off unless somebody takes them: then all of it costs a
/// look at a field.
public final class Tracing implements AutoCloseable {

    private static final Tracing OFF = new Tracing(null, () -> {});

    private final @Nullable Tracer tracer;
    private final Runnable end;

    private Tracing(@Nullable Tracer tracer, Runnable end) {
        this.tracer = tracer;
        this.end = end;
    }

    public static Tracing off() {
        return OFF;
    }

    /// @param end called when nothing more will be traced
    public static Tracing by(Tracer tracer, Runnable end) {
        return new Tracing(tracer, end);
    }

    public boolean isOn() {
        return tracer != null;
    }

    /// A request that came in.
    ///
    /// @param traceparent what it says of itself, null for one that begins a trace
    public Traced server(String name, @Nullable String traceparent) {
        return begin(SpanKind.SERVER, name, TraceParent.context(traceparent));
    }

    /// A record on its way to the log.
    ///
    /// @param traceparent what its headers say
    public Traced producer(String name, @Nullable String traceparent) {
        return begin(SpanKind.PRODUCER, name, TraceParent.context(traceparent));
    }

    /// A record or a row that was taken up.
    ///
    /// @param traceparent what it says of itself
    public Traced consumer(String name, @Nullable String traceparent) {
        return begin(SpanKind.CONSUMER, name, TraceParent.context(traceparent));
    }

    /// What is done later for something that was traced, and nothing where that was not.
    ///
    /// @param traceparent what is known of it
    public Traced later(String name, @Nullable String traceparent) {
        return isOn() && TraceParent.isSampled(traceparent) ? consumer(name, traceparent) : Traced.NONE;
    }

    /// Many that are worked on as one: a span for each, in its own trace. What comes of them goes on in
    /// the last one's; it and the others lead to each other.
    ///
    /// @param traceparents what they say of themselves, at least one
    public List<Traced> consumers(String name, List<String> traceparents) {
        var each = new ArrayList<Traced>();
        for (String traceparent : traceparents) {
            each.add(consumer(name, traceparent));
        }
        Traced last = each.getLast();
        each.subList(0, each.size() - 1).forEach(other -> {
            other.goesOnIn(last);
            last.goesOnIn(other);
        });
        return each;
    }

    private Traced begin(SpanKind kind, String name, Context parent) {
        if (tracer == null) {
            return Traced.NONE;
        }
        SpanBuilder span = tracer.spanBuilder(name).setSpanKind(kind).setParent(parent);
        return new Traced(span.startSpan());
    }

    /// Sends what is not sent yet, for two seconds at most.
    @Override
    public void close() {
        end.run();
    }
}
