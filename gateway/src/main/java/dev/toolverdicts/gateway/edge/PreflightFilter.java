package dev.toolverdicts.gateway.edge;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.time.Duration;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// A browser's question whether another site's page may send a request that is not plain. It may
/// ask whether something has changed; keys and tokens it may not send, since whoever looks at the
/// page would have them too. No service is asked.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
class PreflightFilter implements WebFilter {

    private static final Duration REMEMBERED = Duration.ofHours(2);

    private final SharedReads shared;

    PreflightFilter(SharedReads shared) {
        this.shared = shared;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!CorsUtils.isPreFlightRequest(request)) {
            return chain.filter(exchange);
        }
        HttpMethod wanted = request.getHeaders().getAccessControlRequestMethod();
        if (wanted == null || !shared.have(wanted, request.getPath().pathWithinApplication())) {
            throw new Refusal(Problem.crossSite());
        }
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.NO_CONTENT);
        HttpHeaders headers = response.getHeaders();
        headers.setAccessControlAllowOrigin("*");
        headers.setAccessControlAllowMethods(SharedReads.METHODS);
        headers.setAccessControlAllowHeaders(List.of(HttpHeaders.IF_NONE_MATCH));
        headers.setAccessControlMaxAge(REMEMBERED);
        return response.setComplete();
    }
}
