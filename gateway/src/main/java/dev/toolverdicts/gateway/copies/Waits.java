package dev.toolverdicts.gateway.copies;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// How long each route waits, by its metadata and the settings of all. The framework's router knows one limit per
/// route: a shorter one for an attempt is a route that differs in nothing else.
@Component
class Waits {

    private final CopiesSettings settings;
    private final HttpClientProperties client;
    private final Map<String, Patience> byRoute = new ConcurrentHashMap<>();
    private final Map<String, Route> hurried = new ConcurrentHashMap<>();

    Waits(CopiesSettings settings, HttpClientProperties client) {
        this.settings = settings;
        this.client = client;
    }

    Patience of(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        return byRoute.computeIfAbsent(
                route.getId(), _ -> new Patience(all(route), settings.anotherAfter(), settings.giveUpAfter()));
    }

    private @Nullable Duration all(Route route) {
        Object own = route.getMetadata().get(RESPONSE_TIMEOUT_ATTR);
        if (own == null) {
            return client.getResponseTimeout();
        }
        long millis = Long.parseLong(own.toString());
        return millis < 0 ? null : Duration.ofMillis(millis);
    }

    /// Sends the exchange on its next attempt, with the time that this one may take.
    void direct(ServerWebExchange exchange, Journey journey) {
        exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, journey.next());
        Duration limit = journey.limit();
        if (limit != null) {
            exchange.getAttributes()
                    .put(GATEWAY_ROUTE_ATTR, within(limit, exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR)));
        }
    }

    private Route within(Duration limit, Route route) {
        return limit.equals(settings.anotherAfter())
                ? hurried.computeIfAbsent(route.getId(), _ -> limited(limit, route))
                : limited(limit, route);
    }

    private static Route limited(Duration limit, Route route) {
        return Route.async()
                .id(route.getId())
                .uri(route.getUri())
                .order(route.getOrder())
                .asyncPredicate(route.getPredicate())
                .filters(route.getFilters())
                .metadata(route.getMetadata())
                .metadata(RESPONSE_TIMEOUT_ATTR, Math.max(1, limit.toMillis()))
                .build();
    }
}
