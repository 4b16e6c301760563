package dev.toolverdicts.catalog.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// A page as it was answered. It is kept as browsers take it, packed: what is packed once need not be
/// packed for each of them.
final class SharedPage {

    /// What a page takes beside its bytes and its address, roughly.
    private static final int OVERHEAD = 800;

    private static final String GZIP = "gzip";

    private final List<String> tools;
    private final Instant until;
    private final String pattern;
    private final String type;
    private final Map<String, List<String>> headers;
    private final byte[] packed;
    private final int length;
    private final boolean late;

    /// @param tools slugs of those that are on it
    /// @param until when it is to be made again
    /// @param pattern of addresses that are measured together
    /// @param headers all that were set, but for those of its body
    /// @param packed the body, by gzip
    /// @param length of the body unpacked
    SharedPage(
            List<String> tools,
            Instant until,
            String pattern,
            String type,
            Map<String, List<String>> headers,
            byte[] packed,
            int length) {
        this.tools = List.copyOf(tools);
        this.until = until;
        this.pattern = pattern;
        this.type = type;
        this.headers = Map.copyOf(headers);
        this.packed = packed.clone();
        this.length = length;
        this.late = false;
    }

    private SharedPage(SharedPage page, Instant until) {
        this.tools = page.tools;
        this.until = until;
        this.pattern = page.pattern;
        this.type = page.type;
        this.headers = page.headers;
        this.packed = page.packed;
        this.length = page.length;
        this.late = true;
    }

    List<String> tools() {
        return tools;
    }

    Instant until() {
        return until;
    }

    String pattern() {
        return pattern;
    }

    int weight() {
        return OVERHEAD + packed.length;
    }

    /// The page for as long as somebody makes it again.
    SharedPage late(Instant other) {
        return new SharedPage(this, other);
    }

    boolean isLate() {
        return late;
    }

    boolean isComparison() {
        return pattern.startsWith("/compare/");
    }

    /// To `HEAD` as well: the server keeps the body back.
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean takesPacked = takesPacked(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        byte[] body = takesPacked ? packed : unpacked();
        response.setStatus(HttpServletResponse.SC_OK);
        headers.forEach((name, values) -> {
            response.setHeader(name, values.getFirst());
            values.stream().skip(1).forEach(value -> response.addHeader(name, value));
        });
        response.setContentType(type);
        if (takesPacked) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
            response.addHeader(HttpHeaders.VARY, "accept-encoding");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] unpacked() throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed), 8192)) {
            return in.readNBytes(length);
        }
    }

    /// Whoever weighs what they take (`q`) gets it plain: no browser does, and plain is always right.
    static boolean takesPacked(@Nullable String encodings) {
        if (encodings == null) {
            return false;
        }
        for (String each : encodings.split(",", -1)) {
            if (each.strip().equalsIgnoreCase(GZIP)) {
                return true;
            }
        }
        return false;
    }
}
