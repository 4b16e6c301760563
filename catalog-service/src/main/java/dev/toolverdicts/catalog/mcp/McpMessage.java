package dev.toolverdicts.catalog.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One JSON-RPC message with the headers it came with, checked for what the transport asks.
final class McpMessage {

    static final String VERSION = "MCP-Protocol-Version";
    static final String METHOD = "Mcp-Method";
    static final String NAME = "Mcp-Name";

    private static final String META = "/_meta/io.modelcontextprotocol~1";
    private static final String ENCODED = "=?base64?";

    private final @Nullable JsonNode id;
    private final String method;
    private final JsonNode params;

    private McpMessage(@Nullable JsonNode id, String method, JsonNode params) {
        this.id = id;
        this.method = method;
        this.params = params;
    }

    /// @throws McpRefusal for what is no JSON, and for nothing at all
    static JsonNode parse(JsonMapper json, byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            throw McpRefusal.malformed();
        }
        try {
            return json.readTree(body);
        } catch (JacksonException _) {
            throw McpRefusal.malformed();
        }
    }

    /// @throws McpRefusal for what is no request and no notification
    static McpMessage of(JsonNode body) {
        if (!body.isObject()) {
            throw McpRefusal.noMessage("One message is taken at a time, as an object.");
        }
        if (!"2.0".equals(body.path("jsonrpc").asString(""))
                || !body.path("method").isString()) {
            throw McpRefusal.noMessage("A message has jsonrpc 2.0 and a method.");
        }
        JsonNode params = body.path("params");
        if (!params.isMissingNode() && !params.isContainer()) {
            throw McpRefusal.noMessage("The params of a message are an object.");
        }
        if (params.isArray()) {
            throw McpRefusal.badParameters(400, "Parameters are named here: the params of a message are an object.");
        }
        return new McpMessage(id(body), body.path("method").stringValue(), params);
    }

    /// A text or a whole number; null for a message that wants no answer.
    static @Nullable JsonNode id(JsonNode body) {
        JsonNode id = body.path("id");
        if (id.isMissingNode()) {
            return null;
        }
        if (!id.isString() && !id.isIntegralNumber()) {
            throw McpRefusal.noMessage("The id of a message is a text or a whole number.");
        }
        return id;
    }

    /// Which revision it is written in: what it says itself, else what its headers say. Without either
    /// it is one of a client that has just begun, or is older than the header.
    Revision revision(HttpHeaders headers) {
        String header = headers.getFirst(VERSION);
        JsonNode said = params.at(META + "protocolVersion");
        if (!said.isString()) {
            Revision older = header == null ? Revision.NOVEMBER_2025 : known(header);
            if (older.saysItEachTime()) {
                throw McpRefusal.badParameters(400, "A request says its protocol version in its _meta.");
            }
            return older;
        }
        if (header == null || !header.equals(said.stringValue())) {
            throw McpRefusal.headerMismatch(VERSION);
        }
        Revision revision = known(header);
        if (!revision.saysItEachTime()) {
            throw McpRefusal.badParameters(400, "This protocol version begins with initialize.");
        }
        checkHeaders(headers);
        return revision;
    }

    private static Revision known(String version) {
        return Revision.of(version).orElseThrow(() -> McpRefusal.unsupported(version, Revision.versions()));
    }

    private void checkHeaders(HttpHeaders headers) {
        if (!params.at(META + "clientCapabilities").isObject()) {
            throw McpRefusal.badParameters(400, "A request says its client's capabilities in its _meta.");
        }
        if (!method.equals(headers.getFirst(METHOD))) {
            throw McpRefusal.headerMismatch(METHOD);
        }
        JsonNode name = params.path("name");
        if (method.equals("tools/call")
                && name.isString()
                && !name.stringValue().equals(decoded(headers))) {
            throw McpRefusal.headerMismatch(NAME);
        }
    }

    private static @Nullable String decoded(HttpHeaders headers) {
        String header = headers.getFirst(NAME);
        if (header == null || !header.startsWith(ENCODED) || !header.endsWith("?=")) {
            return header;
        }
        try {
            return new String(
                    Base64.getDecoder().decode(header.substring(ENCODED.length(), header.length() - "?=".length())),
                    UTF_8);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    boolean wantsAnAnswer() {
        return id != null;
    }

    String method() {
        return method;
    }

    JsonNode params() {
        return params;
    }
}
