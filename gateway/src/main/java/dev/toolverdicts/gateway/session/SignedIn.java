package dev.toolverdicts.gateway.session;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/// Whose request this is.
record SignedIn(SessionId id, Session session) {

    private static final String ATTRIBUTE = SignedIn.class.getName();

    void leaveAt(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /// Null for nearly all.
    static @Nullable SignedIn of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }
}
