package dev.toolverdicts.gateway.session;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/// The addresses of signing in and out.
final class SessionRoutes {

    static final String SIGN_IN = SignIn.HOME + "/sign-in";
    static final String CALLBACK = SIGN_IN + "/callback";
    static final String SIGN_OUT = SignIn.HOME + "/sign-out";

    private static final PathPattern DESK = PathPatternParser.defaultInstance.parse(SignIn.HOME + "/{*page}");
    private static final Set<String> OWN = Set.of(SignIn.HOME, SIGN_IN, CALLBACK, SIGN_OUT);

    private SessionRoutes() {}

    /// Whether only people are there, and signed in, but for [#isOwn].
    static boolean isAtDesk(PathContainer path) {
        return DESK.matches(path);
    }

    /// Whether an address is for those who are not signed in too.
    static boolean isOwn(String path) {
        return OWN.contains(path);
    }

    /// Whether it is on the way in, where no session counts: one that is of no use any more
    /// must not bar it.
    static boolean isWayIn(String path) {
        return SIGN_IN.equals(path) || CALLBACK.equals(path);
    }

    static RouterFunction<ServerResponse> of(SignInHandler handler) {
        return RouterFunctions.route()
                .GET(SignIn.HOME, handler::desk)
                .HEAD(SignIn.HOME, handler::desk)
                .GET(SIGN_IN, handler::begin)
                .GET(CALLBACK, handler::finish)
                .POST(SIGN_OUT, handler::signOut)
                .route(path(SignIn.HOME), only("GET, HEAD"))
                .route(path(SIGN_IN).or(path(CALLBACK)), only("GET"))
                .route(path(SIGN_OUT), only("POST"))
                .build();
    }

    private static HandlerFunction<ServerResponse> only(String methods) {
        return _ -> Mono.error(new Refusal(Problem.methodNotAllowed(methods)));
    }
}
