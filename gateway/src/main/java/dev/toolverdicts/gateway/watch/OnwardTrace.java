package dev.toolverdicts.gateway.watch;

import dev.toolverdicts.gateway.edge.OwnHeaders;
import dev.toolverdicts.platform.telemetry.TraceParent;
import dev.toolverdicts.platform.telemetry.reactive.TraceFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// Tells a service in which trace a request is, and whether that is kept. What the request said
/// of it is removed by then: strangers must not choose what is kept, or join their requests to
/// those of others.
@Component
class OnwardTrace implements OwnHeaders {

    @Override
    public void addTo(HttpHeaders headers, ServerWebExchange exchange) {
        String parent = TraceFilter.of(exchange).parent();
        if (parent != null) {
            headers.set(TraceParent.HEADER, parent);
        }
    }
}
