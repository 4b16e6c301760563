package dev.toolverdicts.gateway.session;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// What a service refused, where only the gateway knows what that means for who asked.
final class ServiceRefusals implements GlobalFilter, Ordered {

    private static final List<String> OF_THE_BODY = List.of(
            HttpHeaders.TRANSFER_ENCODING,
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED);

    /// Just inside the filter that passes the body on.
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return SignedIn.isUnknown(exchange)
                ? chain.filter(exchange).then(Mono.defer(() -> unlessRefused(exchange.getResponse())))
                : chain.filter(exchange);
    }

    /// Who brought a cookie may well be signed in, and must not hear that they are not.
    private static Mono<Void> unlessRefused(ServerHttpResponse response) {
        if (!HttpStatus.UNAUTHORIZED.equals(response.getStatusCode())) {
            return Mono.empty();
        }
        OF_THE_BODY.forEach(response.getHeaders()::remove);
        response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
        return Mono.error(new Refusal(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Whether you are signed in cannot be found out at the moment; try again.")
                .with("Retry-After", "1")));
    }
}
