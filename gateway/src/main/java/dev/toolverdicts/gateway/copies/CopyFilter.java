package dev.toolverdicts.gateway.copies;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;

import dev.toolverdicts.gateway.problem.BackendFailure;
import java.net.URI;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.ReactiveLoadBalancerClientFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Sends `lb://name` to a copy of that name, and to another when the first fails before it has answered, or is slow.
@Component
class CopyFilter implements GlobalFilter, Ordered {

    private final Groups groups;
    private final Waits waits;

    CopyFilter(Groups groups, Waits waits) {
        this.groups = groups;
        this.waits = waits;
    }

    /// Just before the framework's own filter for `lb:`, which knows no copies and would refuse.
    @Override
    public int getOrder() {
        return ReactiveLoadBalancerClientFilter.LOAD_BALANCER_CLIENT_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        URI asked = exchange.getRequiredAttribute(GATEWAY_REQUEST_URL_ATTR);
        if (!"lb".equals(asked.getScheme())) {
            return chain.filter(exchange);
        }
        Repeat repeat = Repeat.of(exchange);
        Journey journey =
                new Journey(asked, groups.of(asked.getHost()), repeat, waits.of(exchange), Attempt.of(exchange));
        if (journey.isOver()) {
            return Mono.error(journey.told(new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT)));
        }
        return repeat == Repeat.WRITE_WITH_BODY
                ? KeptBody.of(exchange).flatMap(kept -> attempt(journey, kept, chain))
                : attempt(journey, exchange, chain);
    }

    private Mono<Void> attempt(Journey journey, ServerWebExchange exchange, GatewayFilterChain chain) {
        waits.direct(exchange, journey);
        return chain.filter(exchange).onErrorResume(failure -> {
            boolean goesOn = journey.goesOnAfter(BackendFailure.of(failure));
            if (!goesOn || exchange.getResponse().isCommitted()) {
                return Mono.error(journey.told(failure));
            }
            ServerWebExchangeUtils.reset(exchange);
            return attempt(journey, exchange, chain);
        });
    }
}
