package dev.toolverdicts.catalog.mcp;

import java.util.List;
import java.util.Map;

/// A message that the protocol does not allow, as the error that JSON-RPC and the protocol name for it.
/// Wrong arguments are none: they are told in a tool's result, where a model reads them.
final class McpRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int INTERNAL_ERROR = -32603;
    static final int HEADER_MISMATCH = -32020;
    static final int UNSUPPORTED_VERSION = -32022;

    private final int code;
    private final int status;
    private final transient Map<String, Object> data;

    private McpRefusal(int status, int code, String message, Map<String, Object> data) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.data = data;
    }

    static McpRefusal malformed() {
        return new McpRefusal(400, PARSE_ERROR, "The body is not JSON.", Map.of());
    }

    static McpRefusal noMessage(String why) {
        return new McpRefusal(400, INVALID_REQUEST, why, Map.of());
    }

    /// @param status 404 where the revision says so, else 200: the answer is in the body
    static McpRefusal noMethod(int status) {
        return new McpRefusal(status, METHOD_NOT_FOUND, "This server has no such method.", Map.of());
    }

    /// @param status as of [#noMethod]
    static McpRefusal badParameters(int status, String why) {
        return new McpRefusal(status, INVALID_PARAMS, why, Map.of());
    }

    static McpRefusal headerMismatch(String header) {
        return new McpRefusal(
                400, HEADER_MISMATCH, "The header " + header + " must say the same as the message.", Map.of());
    }

    static McpRefusal unsupported(String version, List<String> supported) {
        return new McpRefusal(
                400,
                UNSUPPORTED_VERSION,
                "Unsupported protocol version",
                Map.of("supported", supported, "requested", version));
    }

    static McpRefusal foreignOrigin() {
        return new McpRefusal(403, INVALID_REQUEST, "Another site's page must not ask here.", Map.of());
    }

    static McpRefusal unavailable() {
        return new McpRefusal(503, INTERNAL_ERROR, "The catalog cannot answer at the moment; try again.", Map.of());
    }

    int status() {
        return status;
    }

    Map<String, Object> error() {
        String message = String.valueOf(getMessage());
        return data.isEmpty()
                ? Map.of("code", code, "message", message)
                : Map.of("code", code, "message", message, "data", data);
    }
}
