package dev.toolverdicts.catalog.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A page as it was answered: what its handler set and wrote. What filters add to an answer they add
/// to each.
final class SharedPage {

    /// What a page takes beside its bytes and its address, roughly.
    private static final int OVERHEAD = 600;

    private final List<String> tools;
    private final Instant at;
    private final String type;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /// @param tools slugs of those that are on it
    /// @param at when its making began
    SharedPage(List<String> tools, Instant at, String type, Map<String, List<String>> headers, byte[] body) {
        this.tools = List.copyOf(tools);
        this.at = at;
        this.type = type;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    List<String> tools() {
        return tools;
    }

    Instant at() {
        return at;
    }

    int weight() {
        return OVERHEAD + body.length;
    }

    /// To `HEAD` as well: the server keeps the body back.
    void answer(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(type);
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.getOutputStream().write(body);
    }
}
