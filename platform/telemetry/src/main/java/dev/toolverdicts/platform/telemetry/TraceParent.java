package dev.toolverdicts.platform.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The header by which one process tells the next in which trace it is, as W3C's Trace Context has it.
public final class TraceParent {

    /// Its name, in requests and in records.
    public static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    private TraceParent() {}

    /// Of what this thread is at work on; null for all that is not traced.
    public static @Nullable String current() {
        SpanContext current = Span.current().getSpanContext();
        return current.isSampled() ? of(current) : null;
    }

    /// The id of the whole trace; null when the header is none.
    public static @Nullable String traceId(@Nullable String header) {
        Matcher parts = header == null ? null : FORM.matcher(header);
        return parts != null && parts.matches() ? parts.group(1) : null;
    }

    /// Whether its sender keeps what it measures. False for what is no such header.
    public static boolean isSampled(@Nullable String header) {
        return header != null && span(header).isSampled();
    }

    static Context context(@Nullable String header) {
        return header == null ? Context.root() : Context.root().with(Span.wrap(span(header)));
    }

    private static SpanContext span(String header) {
        Matcher parts = FORM.matcher(header);
        return parts.matches()
                ? SpanContext.createFromRemoteParent(
                        parts.group(1), parts.group(2), TraceFlags.fromHex(parts.group(3), 0), TraceState.getDefault())
                : SpanContext.getInvalid();
    }

    static String of(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }
}
