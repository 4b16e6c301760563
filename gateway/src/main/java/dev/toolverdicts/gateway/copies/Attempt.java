package dev.toolverdicts.gateway.copies;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/// A read that one copy was asked for before the framework knew of it, in vain. It counts as the first attempt of the
/// [Journey] that goes on from there.
///
/// @param began when the request came, as [System#nanoTime] says
/// @param spared whether the copy had less than all the time there is
public record Attempt(Copy copy, long began, boolean spared) {

    private static final String ATTRIBUTE = Attempt.class.getName();

    public void leaveAt(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    static @Nullable Attempt of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }
}
