package dev.toolverdicts.gateway.key;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import dev.toolverdicts.gateway.session.Desk;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// The addresses of keys at the desk.
final class KeyRoutes {

    static final String KEYS = Desk.HOME + "/keys";

    private static final String REVOKE = KEYS + "/{id}/revoke";

    private KeyRoutes() {}

    static RouterFunction<ServerResponse> of(KeyDesk desk) {
        return RouterFunctions.route()
                .GET(KEYS, desk::list)
                .HEAD(KEYS, desk::list)
                .POST(KEYS, desk::make)
                .POST(REVOKE, desk::revoke)
                .route(path(KEYS), only("GET, HEAD, POST"))
                .route(path(REVOKE), only("POST"))
                .build();
    }

    private static HandlerFunction<ServerResponse> only(String methods) {
        return _ -> Mono.error(new Refusal(Problem.methodNotAllowed(methods)));
    }
}
