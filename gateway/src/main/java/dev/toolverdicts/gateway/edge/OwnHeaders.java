package dev.toolverdicts.gateway.edge;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/// What the gateway itself has to tell a service, once everything is removed that nobody outside may say.
public interface OwnHeaders {

    void addTo(HttpHeaders headers, ServerWebExchange exchange);
}
