package dev.toolverdicts.gateway.edge;

import dev.toolverdicts.gateway.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/// The connections from outside: nobody holds one by sending half a request, and an address that is none, which the
/// framework refuses before any filter sees it, gets a problem document too.
@Component
class Inbound implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private final BodySettings settings;
    private final byte[] noAddress;

    Inbound(BodySettings settings, JsonMapper json) {
        this.settings = settings;
        this.noAddress = json.writeValueAsBytes(
                Problem.of(HttpStatus.BAD_REQUEST, "The address is malformed.").document());
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.readTimeout(settings.patience())
                .mapHandle((handled, connection) -> handled.then(Mono.defer(() -> explain(connection)))));
    }

    private Mono<Void> explain(Connection connection) {
        if (connection instanceof HttpServerResponse response
                && connection instanceof HttpServerRequest request
                && !response.hasSentHeaders()
                && response.status().code() == HttpStatus.BAD_REQUEST.value()
                && isNoAddress(request.uri())) {
            return response.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                    .header(HttpHeaders.CONTENT_LENGTH, Integer.toString(noAddress.length))
                    .sendByteArray(Mono.just(noAddress))
                    .then();
        }
        return Mono.empty();
    }

    private static boolean isNoAddress(String uri) {
        try {
            return new URI(uri).isOpaque();
        } catch (URISyntaxException _) {
            return true;
        }
    }
}
