package dev.toolverdicts.gateway.copies;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.util.Arrays;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/// Whether a request may be sent again after it may have had its effect. Reads may; of the writes only those that
/// a route names in its metadata `repeatable`.
enum Repeat {
    NEVER,
    READ,
    WRITE,
    WRITE_WITH_BODY;

    static final String METADATA = "repeatable";

    static Repeat of(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        HttpMethod method = request.getMethod();
        boolean body = hasBody(request.getHeaders());
        if (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)) {
            return body ? NEVER : READ;
        }
        if (!isNamed(method, exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR))) {
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

    private static boolean isNamed(HttpMethod method, Route route) {
        return route.getMetadata().get(METADATA) instanceof String named
                && Arrays.asList(named.split(",", -1)).contains(method.name());
    }
}
