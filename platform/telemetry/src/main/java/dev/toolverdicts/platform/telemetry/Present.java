package dev.toolverdicts.platform.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The time in which a thread is at work on a span. Closed on the thread that opened it.
public final class Present implements AutoCloseable {

    /// What lines of the log call the trace.
    static final String TRACE_ID = "traceId";

    static final Present NOTHING = new Present(Scope.noop(), null);

    private final Scope scope;
    private final @Nullable String before;

    private Present(Scope scope, @Nullable String before) {
        this.scope = scope;
        this.before = before;
    }

    @SuppressWarnings("MustBeClosedChecker") // whoever closes this closes it
    static Present of(Span span) {
        String before = MDC.get(TRACE_ID);
        MDC.put(TRACE_ID, span.getSpanContext().getTraceId());
        return new Present(span.makeCurrent(), before);
    }

    @Override
    public void close() {
        if (this == NOTHING) {
            return;
        }
        scope.close();
        if (before == null) {
            MDC.remove(TRACE_ID);
        } else {
            MDC.put(TRACE_ID, before);
        }
    }
}
