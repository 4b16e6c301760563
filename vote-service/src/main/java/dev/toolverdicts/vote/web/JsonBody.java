package dev.toolverdicts.vote.web;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// The body of a request, whatever its JSON says.
public final class JsonBody {

    private JsonBody() {}

    /// An error where the body is of another type, missing, or no JSON.
    public static Mono<JsonNode> read(ServerRequest request) {
        if (request.headers()
                .contentType()
                .filter(MediaType.APPLICATION_JSON::includes)
                .isEmpty()) {
            return Mono.error(new UnsupportedBody(MediaType.APPLICATION_JSON));
        }
        return request.bodyToMono(JsonNode.class)
                .onErrorMap(ServerWebInputException.class, _ -> new MalformedJson())
                .switchIfEmpty(Mono.error(MalformedJson::new));
    }
}
