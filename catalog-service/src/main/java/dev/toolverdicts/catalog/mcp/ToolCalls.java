package dev.toolverdicts.catalog.mcp;

import dev.toolverdicts.platform.web.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lists the tools there are and calls one. Faults that a model can put right are results, as the
/// protocol wants them.
@Component
class ToolCalls {

    private static final Logger log = LoggerFactory.getLogger(ToolCalls.class);

    private final List<ReadTool> tools;
    private final JsonMapper json;

    ToolCalls(List<ReadTool> tools, JsonMapper json) {
        this.tools = List.copyOf(tools);
        this.json = json;
    }

    Map<String, Object> list() {
        return Map.of("tools", tools.stream().map(ToolCalls::described).toList());
    }

    private static Map<String, Object> described(ReadTool tool) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", tool.name());
        described.put("title", tool.title());
        described.put("description", tool.description());
        described.put("inputSchema", tool.input().document());
        described.put(
                "annotations",
                Map.of("readOnlyHint", true, "destructiveHint", false, "idempotentHint", true, "openWorldHint", false));
        return described;
    }

    /// @param status of a refusal, see [McpRefusal#noMethod]
    Map<String, Object> call(JsonNode params, int status) {
        JsonNode arguments = params.path("arguments");
        if (!arguments.isMissingNode() && !arguments.isNull() && !arguments.isObject()) {
            throw McpRefusal.badParameters(status, "The arguments of a tool are an object.");
        }
        ReadTool tool = tools.stream()
                .filter(each -> each.name().equals(params.path("name").asString("")))
                .findFirst()
                .orElseThrow(() -> McpRefusal.badParameters(status, "This server has no such tool."));
        Map<String, Object> result = result(tool, arguments);
        log.info("event=mcp_called tool={} failed={}", tool.name(), result.get("isError"));
        return result;
    }

    private Map<String, Object> result(ReadTool tool, JsonNode arguments) {
        try {
            JsonNode found = json.valueToTree(tool.call(tool.input().read(arguments)));
            return Map.of("content", text(found.toString()), "structuredContent", found, "isError", false);
        } catch (InvalidInput wrong) {
            return failed(wrong.faults().stream()
                    .map(fault -> fault.pointer().substring(1) + " " + fault.detail())
                    .collect(Collectors.joining("; ")));
        } catch (NothingFound nothing) {
            return failed(String.valueOf(nothing.getMessage()));
        }
    }

    private static Map<String, Object> failed(String why) {
        return Map.of("content", text(why), "isError", true);
    }

    private static List<Map<String, Object>> text(String text) {
        return List.of(Map.of("type", "text", "text", text));
    }
}
