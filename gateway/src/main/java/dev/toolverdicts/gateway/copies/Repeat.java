package dev.toolverdicts.gateway.copies;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.util.List;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/// Whether a request may be sent again after it may have had its effect. Reads may; of the writes only those that
/// a route names in its metadata `repeatable`, and only when one of the cookies in `repeatable-by` says whose it is: to
/// a
/// caller without one each copy would give another identity, and the same request would have its effect twice.
enum Repeat {
    NEVER,
    READ,
    WRITE,
    WRITE_WITH_BODY;

    static final String METADATA = "repeatable";
    static final String COOKIES = "repeatable-by";

    static Repeat of(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        HttpMethod method = request.getMethod();
        boolean body = hasBody(request.getHeaders());
        if (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)) {
            return body ? NEVER : READ;
        }
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        if (!names(route, METADATA).contains(method.name())
                || names(route, COOKIES).stream().noneMatch(request.getCookies()::containsKey)) {
            return NEVER;
        }
        return body ? WRITE_WITH_BODY : WRITE;
    }

    boolean isWrite() {
        return this == WRITE || this == WRITE_WITH_BODY;
    }

    private static boolean hasBody(HttpHeaders headers) {
        return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private static List<String> names(Route route, String key) {
        return route.getMetadata().get(key) instanceof String named ? List.of(named.split(",", -1)) : List.of();
    }
}
