package dev.toolverdicts.platform.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/// One step of a trace: a span. What is noted of it must name nobody: no address, no cookie, no token,
/// no id of a person.
public final class Traced {

    /// Where nothing is traced.
    public static final Traced NONE = new Traced(Span.getInvalid());

    private final Span span;

    Traced(Span span) {
        this.span = span;
    }

    /// For the header of whoever is asked next, also where this trace is not kept: nobody else shall
    /// begin one then. Null where nothing is traced.
    public @Nullable String parent() {
        SpanContext context = context();
        return context.isValid() ? TraceParent.of(context) : null;
    }

    public boolean isSampled() {
        return context().isSampled();
    }

    SpanContext context() {
        return span.getSpanContext();
    }

    /// What this thread is at work on until the answer is closed: events that it makes and lines that
    /// it logs carry the trace. Nothing for one that is not kept.
    public Present present() {
        return isSampled() ? Present.of(span) : Present.NOTHING;
    }

    public Traced named(String name) {
        span.updateName(name);
        return this;
    }

    public Traced note(String name, String value) {
        span.setAttribute(name, value);
        return this;
    }

    public Traced note(String name, long value) {
        span.setAttribute(name, value);
        return this;
    }

    /// @param answered the status of the answer; from 500 on it is a failure
    public Traced status(int answered) {
        span.setAttribute("http.response.status_code", answered);
        if (answered >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
        return this;
    }

    /// @param failure of which only the kind is told: a message may hold anything
    public Traced failed(Throwable failure) {
        span.setAttribute("error.type", failure.getClass().getName());
        span.setStatus(StatusCode.ERROR);
        return this;
    }

    /// Where this goes on that was one of many: both lead to each other.
    void goesOnIn(Traced other) {
        span.addLink(other.context());
    }

    /// Once.
    public void end() {
        span.end();
    }
}
