package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.platform.telemetry.TraceParent;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// What the headers of a record say of its trace.
final class TraceHeaders {

    private TraceHeaders() {}

    static @Nullable String parent(Headers headers) {
        Header parent = headers.lastHeader(TraceParent.HEADER);
        return parent == null || parent.value() == null ? null : new String(parent.value(), UTF_8);
    }
}
