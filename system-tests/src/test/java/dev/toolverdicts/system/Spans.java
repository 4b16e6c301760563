package dev.toolverdicts.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/// Takes the spans of the system's processes, by OTLP over HTTP as a collector does.
final class Spans {

    /// @param service the process it is of
    record Span(String service, String name) {}

    // Fields of `ExportTraceServiceRequest` and below, of opentelemetry-proto.
    private static final int RESOURCE_SPANS = 1;
    private static final int RESOURCE = 1;
    private static final int SCOPE_SPANS = 2;
    private static final int SPAN = 2;
    private static final int TRACE_ID = 1;
    private static final int NAME = 5;
    private static final int ATTRIBUTE = 1;
    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final int STRING = 1;

    private static final int KEPT = 64 * 1024 * 1024;

    private final Map<String, List<Span>> byTrace = new ConcurrentHashMap<>();
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
    private final HttpServer server;
    private final String share;

    private Spans(HttpServer server, String share) {
        this.server = server;
        this.share = share;
    }

    /// @param share of the requests that are to be traced
    static Spans open(String share) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var spans = new Spans(server, share);
        server.createContext("/v1/traces", spans::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return spans;
    }

    Map<String, String> settings() {
        return Map.of(
                "TELEMETRY_TRACES_ENDPOINT",
                "http://127.0.0.1:%d/v1/traces".formatted(server.getAddress().getPort()),
                "TELEMETRY_TRACES_SAMPLED",
                share);
    }

    /// Those of one trace, as far as they have come.
    List<Span> of(String traceId) {
        return byTrace.getOrDefault(traceId, List.of());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            keep(sent);
            read(sent);
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void keep(byte[] sent) {
        synchronized (raw) {
            if (raw.size() < KEPT) {
                raw.writeBytes(sent);
            }
        }
    }

    /// Everything that was sent, or the first of it where it was too much to keep.
    String raw() {
        synchronized (raw) {
            return raw.toString(ISO_8859_1);
        }
    }

    void read(byte[] sent) {
        parts(ByteBuffer.wrap(sent), (field, ofProcess) -> {
            if (field == RESOURCE_SPANS) {
                var service = new StringBuilder();
                parts(ofProcess, (inner, part) -> {
                    if (inner == RESOURCE) {
                        parts(part, (attribute, pair) -> readName(attribute, pair, service));
                    } else if (inner == SCOPE_SPANS) {
                        parts(part, (kind, span) -> readSpan(kind, span, service.toString()));
                    }
                });
            }
        });
    }

    private static void readName(int field, ByteBuffer pair, StringBuilder service) {
        if (field == ATTRIBUTE) {
            var key = new StringBuilder();
            parts(pair, (inner, part) -> {
                if (inner == KEY) {
                    key.append(text(part));
                } else if (inner == VALUE && key.toString().equals("service.name")) {
                    parts(part, (kind, value) -> service.append(kind == STRING ? text(value) : ""));
                }
            });
        }
    }

    private void readSpan(int field, ByteBuffer span, String service) {
        if (field == SPAN) {
            var trace = new StringBuilder();
            var name = new StringBuilder();
            parts(span, (inner, part) -> {
                if (inner == TRACE_ID) {
                    byte[] id = new byte[part.remaining()];
                    part.get(id);
                    trace.append(HexFormat.of().formatHex(id));
                } else if (inner == NAME) {
                    name.append(text(part));
                }
            });
            byTrace.computeIfAbsent(trace.toString(), _ -> new CopyOnWriteArrayList<>())
                    .add(new Span(service, name.toString()));
        }
    }

    private static String text(ByteBuffer part) {
        return UTF_8.decode(part).toString();
    }

    /// The fields of a message that have a length: strings, bytes, messages. Numbers are passed over.
    private static void parts(ByteBuffer message, BiConsumer<Integer, ByteBuffer> each) {
        while (message.hasRemaining()) {
            long tag = number(message);
            switch ((int) (tag & 7)) {
                case 0 -> {
                    var _ = number(message);
                }
                case 1 -> message.position(message.position() + Long.BYTES);
                case 2 -> {
                    int length = (int) number(message);
                    each.accept((int) (tag >>> 3), message.slice(message.position(), length));
                    message.position(message.position() + length);
                }
                case 5 -> message.position(message.position() + Integer.BYTES);
                default -> throw new IllegalArgumentException("no such field of a message: " + tag);
            }
        }
    }

    private static long number(ByteBuffer message) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = message.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
