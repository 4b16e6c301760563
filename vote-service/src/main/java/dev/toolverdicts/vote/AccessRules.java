package dev.toolverdicts.vote;

import dev.toolverdicts.platform.operations.OperationsEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/// Who may call what. Every endpoint there is has a line; what has none is refused.
final class AccessRules implements ReactiveAuthorizationManager<AuthorizationContext> {

    private static final Mono<AuthorizationResult> GRANTED = Mono.just(new AuthorizationDecision(true));
    private static final Mono<AuthorizationResult> DENIED = Mono.just(new AuthorizationDecision(false));
    private static final String OPERATOR = "SCOPE_ops";
    private static final String MODERATOR = "SCOPE_vote:moderate";

    /// @param authority what a caller's token must carry, null when the endpoint is open to all
    record Rule(
            PathPattern path,
            Set<HttpMethod> methods,
            @Nullable String authority) {

        boolean isFor(HttpMethod method, PathContainer at) {
            return methods.contains(method) && path.matches(at);
        }
    }

    private static final List<Rule> OWN = List.of(
            open("/api/v1/tools/{slug}/vote", HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.GET, HttpMethod.HEAD),
            open("/tool/{slug}/vote", HttpMethod.POST),
            open("/api/v1/votes", HttpMethod.GET, HttpMethod.HEAD),
            open("/api/v1/tools/{slug}/tally", HttpMethod.GET, HttpMethod.HEAD),
            open("/api/v1/tallies/stream", HttpMethod.GET),
            open("/api/v1/ranking", HttpMethod.GET, HttpMethod.HEAD),
            open("/how-ranking-works", HttpMethod.GET, HttpMethod.HEAD),
            open("/api/v1/tools/{slug}/tally/why", HttpMethod.GET, HttpMethod.HEAD),
            open("/tool/{slug}/votes", HttpMethod.GET, HttpMethod.HEAD),
            open("/api/v1/duels/{pair}", HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.GET, HttpMethod.HEAD),
            open("/duel/{pair}", HttpMethod.POST),
            open(
                    "/api/v1/tools/{slug}/vote/reason",
                    HttpMethod.PUT,
                    HttpMethod.DELETE,
                    HttpMethod.GET,
                    HttpMethod.HEAD),
            open("/tool/{slug}/vote/reason", HttpMethod.POST),
            open("/api/v1/my-votes", HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE),
            open("/api/v1/my-votes/export", HttpMethod.GET, HttpMethod.HEAD),
            open("/my-votes", HttpMethod.GET, HttpMethod.HEAD),
            open("/my-votes/delete", HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST),
            open("/my-votes/email", HttpMethod.POST),
            open("/my-votes/email/forget", HttpMethod.POST),
            open("/my-votes/verify", HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST),
            open("/dataset/votes", HttpMethod.GET, HttpMethod.HEAD),
            open("/dataset/{day}/votes/{file}", HttpMethod.GET, HttpMethod.HEAD),
            operator("/api/v1/votes/check", HttpMethod.GET),
            operator("/api/v1/operations/vote/receipts/{receipt}", HttpMethod.GET, HttpMethod.HEAD),
            moderator("/api/v1/moderation/holds", HttpMethod.GET),
            moderator("/api/v1/moderation/holds/{slug}", HttpMethod.GET),
            moderator("/api/v1/moderation/rulings", HttpMethod.POST),
            moderator("/desk/votes", HttpMethod.GET, HttpMethod.HEAD),
            moderator("/desk/votes/decisions", HttpMethod.GET, HttpMethod.HEAD),
            moderator("/desk/votes/reasons", HttpMethod.GET, HttpMethod.HEAD),
            moderator("/desk/votes/reasons/{number}", HttpMethod.POST),
            moderator("/desk/votes/{tool}/{reason}", HttpMethod.GET, HttpMethod.HEAD),
            moderator("/desk/votes/{tool}/{reason}/claim", HttpMethod.POST),
            moderator("/desk/votes/{tool}/{reason}/release", HttpMethod.POST),
            moderator("/desk/votes/{tool}/{reason}/decide", HttpMethod.POST),
            open("/v3/api-docs", HttpMethod.GET),
            open("/v3/api-docs.yaml", HttpMethod.GET),
            open("/actuator/health/**", HttpMethod.GET, HttpMethod.HEAD),
            operator("/actuator/**", HttpMethod.values()));

    /// The busiest first: the list is read from the top for every request.
    static final List<Rule> TABLE = Stream.concat(
                    OWN.stream(),
                    OperationsEndpoint.of("vote").stream()
                            .map(it -> operator(it.path(), it.methods().toArray(HttpMethod[]::new))))
            .toList();

    private static Rule open(String path, HttpMethod... methods) {
        return new Rule(PathPatternParser.defaultInstance.parse(path), Set.of(methods), null);
    }

    private static Rule operator(String path, HttpMethod... methods) {
        return new Rule(PathPatternParser.defaultInstance.parse(path), Set.of(methods), OPERATOR);
    }

    private static Rule moderator(String path, HttpMethod... methods) {
        return new Rule(PathPatternParser.defaultInstance.parse(path), Set.of(methods), MODERATOR);
    }

    static Optional<Rule> find(HttpMethod method, PathContainer path) {
        return TABLE.stream().filter(rule -> rule.isFor(method, path)).findFirst();
    }

    /// Methods that some rule has for this path; empty when there is nothing at all.
    static List<HttpMethod> methods(PathContainer path) {
        return TABLE.stream()
                .filter(rule -> rule.path().matches(path))
                .flatMap(rule -> rule.methods().stream())
                .distinct()
                .toList();
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext context) {
        ServerHttpRequest request = context.getExchange().getRequest();
        PathContainer path = request.getPath().pathWithinApplication();
        for (Rule rule : TABLE) {
            if (rule.isFor(request.getMethod(), path)) {
                String authority = rule.authority();
                return authority == null ? GRANTED : holds(caller, authority);
            }
        }
        return DENIED;
    }

    private static Mono<AuthorizationResult> holds(Mono<Authentication> caller, String authority) {
        return caller.<AuthorizationResult>map(it -> new AuthorizationDecision(it.isAuthenticated()
                        && it.getAuthorities().stream().anyMatch(granted -> authority.equals(granted.getAuthority()))))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }
}
