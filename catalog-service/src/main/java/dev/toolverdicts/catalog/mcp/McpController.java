package dev.toolverdicts.catalog.mcp;

import dev.toolverdicts.platform.web.SiteSettings;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/// The endpoint of the Model Context Protocol. Each message is a request of its own with an answer of
/// its own: there is no session and no stream, so every copy answers every message.
@RestController
@Hidden
class McpController {

    private static final Logger log = LoggerFactory.getLogger(McpController.class);

    private final McpMethods methods;
    private final JsonMapper json;
    private final String origin;

    McpController(McpMethods methods, JsonMapper json, SiteSettings site) {
        this.methods = methods;
        this.json = json;
        this.origin = site.origin();
    }

    @PostMapping(
            path = "/mcp",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> take(
            @RequestBody(required = false) byte @Nullable [] body, @RequestHeader HttpHeaders headers) {
        @Nullable JsonNode id = null;
        try {
            checkOrigin(headers.getOrigin());
            JsonNode read = McpMessage.parse(json, body);
            id = McpMessage.id(read);
            McpMessage message = McpMessage.of(read);
            Revision revision = message.revision(headers);
            return message.wantsAnAnswer()
                    ? answer(200, id, "result", methods.result(message, revision))
                    : ResponseEntity.accepted().build();
        } catch (McpRefusal refusal) {
            return answer(refusal.status(), id, "error", refusal.error());
        } catch (DataAccessException | TransactionException away) {
            log.warn("event=mcp_unavailable cause={}", away.getClass().getSimpleName());
            McpRefusal refusal = McpRefusal.unavailable();
            return answer(refusal.status(), id, "error", refusal.error());
        }
    }

    /// A browser names the page that asks; another site's could be led here by a name of its own.
    private void checkOrigin(@Nullable String asking) {
        if (asking != null && !asking.equals(origin)) {
            throw McpRefusal.foreignOrigin();
        }
    }

    /// @param id null where none was read; JSON-RPC wants it said
    private static ResponseEntity<Map<String, Object>> answer(
            int status, @Nullable JsonNode id, String kind, Map<String, Object> content) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id == null ? NullNode.getInstance() : id);
        answer.put(kind, content);
        ResponseEntity.BodyBuilder built = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore());
        return status == 503 ? built.header(HttpHeaders.RETRY_AFTER, "1").body(answer) : built.body(answer);
    }
}
