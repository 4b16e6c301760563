package dev.toolverdicts.platform.telemetry.reactive;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/// What a request is called in traces, once it has found who answers it, where a service does not want
/// the pattern of its address.
public interface TraceName {

    /// Few in number; null for none.
    @Nullable
    String of(ServerWebExchange exchange);
}
