package dev.toolverdicts.vote.web;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Writes problem documents, for handlers and for the security chain alike.
@Component
public class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public Mono<Void> write(ServerWebExchange exchange, ProblemDetail problem, HttpHeaders extra) {
        return write(exchange.getRequest(), exchange.getResponse(), problem, extra);
    }

    public Mono<Void> write(
            ServerHttpRequest request, ServerHttpResponse response, ProblemDetail problem, HttpHeaders extra) {
        response.setRawStatusCode(problem.getStatus());
        HttpHeaders headers = response.getHeaders();
        headers.putAll(extra);
        byte[] body = document(request.getURI().getRawPath(), problem, headers);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    /// The problem as bytes; what they are is put into the headers.
    public byte[] document(String path, ProblemDetail problem, HttpHeaders headers) {
        problem.setInstance(URI.create(path));
        byte[] body = json.writeValueAsBytes(problem);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLength(body.length);
        headers.setCacheControl("no-store");
        return body;
    }
}
