package dev.toolverdicts.gateway.watch;

import dev.toolverdicts.platform.telemetry.reactive.TraceName;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// Spans are called by the route, as measured requests are: see [RouteConvention].
@Component
class RouteTraceName implements TraceName {

    @Override
    public @Nullable String of(ServerWebExchange exchange) {
        return exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR) instanceof Route route
                ? route.getId()
                : null;
    }
}
