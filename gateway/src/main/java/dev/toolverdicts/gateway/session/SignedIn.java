package dev.toolverdicts.gateway.session;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/// Whose request this is.
record SignedIn(SessionId id, Session session) {

    private static final String ATTRIBUTE = SignedIn.class.getName();
    private static final String UNKNOWN = ATTRIBUTE + ".unknown";

    void leaveAt(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /// Somebody with a cookie, while nobody can say whose it is.
    static void leaveUnknownAt(ServerWebExchange exchange) {
        exchange.getAttributes().put(UNKNOWN, true);
    }

    static boolean isUnknown(ServerWebExchange exchange) {
        return exchange.getAttributes().containsKey(UNKNOWN);
    }

    /// Null for nearly all.
    static @Nullable SignedIn of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }
}
