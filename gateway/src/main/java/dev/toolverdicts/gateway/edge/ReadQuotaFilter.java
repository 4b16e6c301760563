package dev.toolverdicts.gateway.edge;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Counts what is read of the API. A key counts here and nowhere else: it is a larger quota, and
/// never says what somebody may do.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class ReadQuotaFilter implements WebFilter {

    private final ReadQuotas quotas;
    private final @Nullable KeyHolders holders;

    ReadQuotaFilter(ReadQuotas quotas, ObjectProvider<KeyHolders> holders) {
        this.quotas = quotas;
        this.holders = holders.getIfAvailable();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!quotas.count(request.getMethod(), request.getPath().pathWithinApplication())) {
            return chain.filter(exchange);
        }
        if (SentKey.isInAddress(request)) {
            throw new Refusal(Problem.keyInAddress());
        }
        InetAddress client = exchange.getRequiredAttribute(ClientAddress.ATTRIBUTE);
        String key = SentKey.of(request);
        if (key == null || holders == null) {
            take(exchange, quotas.take(client));
            return chain.filter(exchange);
        }
        return holders.of(key)
                .map(holder -> holder.map(quotas::take).orElseGet(() -> quotas.take(client)))
                .flatMap(allowance -> {
                    take(exchange, allowance);
                    return chain.filter(exchange);
                });
    }

    private static void take(ServerWebExchange exchange, Allowance allowance) {
        allowance.leaveAt(exchange);
        allowance.orRefuse();
    }
}
