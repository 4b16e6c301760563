package dev.toolverdicts.gateway;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Backends that describe themselves.
final class Describing {

    private Describing() {}

    static Backend.Behaviour describes(String... paths) {
        var document = JsonMapper.shared().createObjectNode();
        for (String path : paths) {
            document.putObject("paths").putObject(path).putObject("get").put("operationId", path);
        }
        return (request, response) -> "/v3/api-docs".equals(request.uri())
                ? response.sendString(Mono.just(document.toString()))
                : response.sendNotFound();
    }

    static void all() {
        ThroughTheGateway.CATALOG_1.behaves(describes("/api/v1/tools"));
        ThroughTheGateway.CATALOG_2.behaves(describes("/api/v1/tools"));
        ThroughTheGateway.REVIEW.behaves(describes("/api/v1/critics"));
        ThroughTheGateway.VOTE_ACCEPT_1.behaves(describes("/api/v1/tools/{slug}/vote"));
        ThroughTheGateway.VOTE_ACCEPT_2.behaves(describes("/api/v1/tools/{slug}/vote"));
        ThroughTheGateway.VOTE_QUERY.behaves(describes("/api/v1/votes"));
        ThroughTheGateway.NEWSLETTER.behaves(describes("/internal/only"));
    }
}
