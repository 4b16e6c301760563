package dev.toolverdicts.catalog.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The methods of the protocol that this server has: those that a server with nothing but tools must
/// have.
@Component
class McpMethods {

    private static final Map<String, Object> SERVER =
            Map.of("name", "tool-verdicts", "title", "Tool Verdicts", "version", "1");
    private static final Map<String, Object> CAPABILITIES = Map.of("tools", Map.of("listChanged", false));
    private static final int AN_HOUR = 3_600_000;
    private static final String INSTRUCTIONS = """
            Verdicts on AI tools by a panel of critics, most of them AI personas, and votes of a community. Find slugs with \
            `search`, then use `get_tool`, `compare` or `history`. Numbers come with how sure they are: say so when you pass \
            them on, and name the time of an answer (`asOf`). Under five community votes tell the counts, not the percentage.""";

    private final ToolCalls calls;

    McpMethods(ToolCalls calls) {
        this.calls = calls;
    }

    Map<String, Object> result(McpMessage message, Revision revision) {
        return revision.saysItEachTime() ? modern(message, revision) : withHandshake(message, revision);
    }

    private Map<String, Object> modern(McpMessage message, Revision revision) {
        Map<String, Object> result = switch (message.method()) {
            case "server/discover" -> cacheable(discovered());
            case "tools/list" -> cacheable(list(message, revision));
            case "tools/call" -> new LinkedHashMap<>(calls.call(message.params(), revision.statusOr200(400)));
            default -> throw McpRefusal.noMethod(revision.statusOr200(404));
        };
        result.put("resultType", "complete");
        result.put("_meta", Map.of("io.modelcontextprotocol/serverInfo", SERVER));
        return result;
    }

    private Map<String, Object> withHandshake(McpMessage message, Revision revision) {
        return switch (message.method()) {
            case "initialize" -> initialized(message, revision);
            case "ping" -> Map.of();
            case "tools/list" -> list(message, revision);
            case "tools/call" -> calls.call(message.params(), revision.statusOr200(400));
            default -> throw McpRefusal.noMethod(revision.statusOr200(404));
        };
    }

    private Map<String, Object> list(McpMessage message, Revision revision) {
        if (message.params().hasNonNull("cursor")) {
            throw McpRefusal.badParameters(revision.statusOr200(400), "All tools come at once: there is no cursor.");
        }
        return calls.list();
    }

    private static Map<String, Object> initialized(McpMessage message, Revision revision) {
        JsonNode asked = message.params().path("protocolVersion");
        if (!asked.isString()) {
            throw McpRefusal.badParameters(revision.statusOr200(400), "Who initializes says a protocolVersion.");
        }
        return Map.of(
                "protocolVersion",
                Revision.settled(asked.stringValue()).version(),
                "capabilities",
                CAPABILITIES,
                "serverInfo",
                SERVER,
                "instructions",
                INSTRUCTIONS);
    }

    private static Map<String, Object> discovered() {
        return Map.of(
                "supportedVersions", Revision.versions(), "capabilities", CAPABILITIES, "instructions", INSTRUCTIONS);
    }

    /// The same for everybody until the next release.
    private static Map<String, Object> cacheable(Map<String, Object> result) {
        Map<String, Object> more = new LinkedHashMap<>(result);
        more.put("ttlMs", AN_HOUR);
        more.put("cacheScope", "public");
        return more;
    }
}
