package dev.toolverdicts.gateway.edge;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Lets pages of other sites see the answers of [SharedReads]. Before [EdgeFilter], whose refusals are
/// answers too.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class SharedReadFilter implements WebFilter {

    private final SharedReads shared;

    SharedReadFilter(SharedReads shared) {
        this.shared = shared;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (shared.have(request.getMethod(), request.getPath().pathWithinApplication())) {
            ServerHttpResponse response = exchange.getResponse();
            response.beforeCommit(() -> {
                shared.tell(response.getHeaders());
                return Mono.empty();
            });
        }
        return chain.filter(exchange);
    }
}
