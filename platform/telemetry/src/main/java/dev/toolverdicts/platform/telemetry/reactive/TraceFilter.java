package dev.toolverdicts.platform.telemetry.reactive;

import dev.toolverdicts.platform.telemetry.TraceParent;
import dev.toolverdicts.platform.telemetry.Traced;
import dev.toolverdicts.platform.telemetry.Tracing;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/// A span for each request, in its exchange and in the context of its chain.
public final class TraceFilter implements WebFilter, Ordered {

    private static final String ATTRIBUTE = TraceFilter.class.getName();

    private final Tracing tracing;
    private final boolean trusted;
    private final TraceName name;

    public TraceFilter(Tracing tracing, boolean trusted, TraceName name) {
        this.tracing = tracing;
        this.trusted = trusted;
        this.name = name;
    }

    /// Before whoever refuses requests: refusals are part of what happens to one.
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!tracing.isOn()) {
            return chain.filter(exchange);
        }
        ServerHttpRequest request = exchange.getRequest();
        String method = request.getMethod().name();
        Traced traced = tracing.server(method, trusted ? request.getHeaders().getFirst(TraceParent.HEADER) : null);
        exchange.getAttributes().put(ATTRIBUTE, traced);
        return chain.filter(exchange)
                .doOnError(traced::failed)
                .doFinally(_ -> end(exchange, traced, method))
                .contextWrite(context -> context.put(Traced.class, traced));
    }

    private void end(ServerWebExchange exchange, Traced traced, String method) {
        String found = name.of(exchange);
        if (found != null) {
            traced.named(method + " " + found);
        }
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        if (status != null) {
            traced.status(status.value());
        }
        traced.end();
    }

    /// The span of a request; none where nothing is traced.
    public static Traced of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE) instanceof Traced traced ? traced : Traced.NONE;
    }

    /// Does a step of the request whose chain has this context, as part of its trace, on whatever
    /// thread that goes on.
    public static void within(ContextView context, Runnable step) {
        Traced traced = context.hasKey(Traced.class) ? context.get(Traced.class) : Traced.NONE;
        try (var _ = traced.present()) {
            step.run();
        }
    }
}
