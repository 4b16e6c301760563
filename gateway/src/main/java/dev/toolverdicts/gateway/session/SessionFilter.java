package dev.toolverdicts.gateway.session;

import dev.toolverdicts.gateway.problem.ErrorPage;
import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import dev.toolverdicts.gateway.problem.SiteSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/// Finds the session of a request's cookie, where sessions count. Nobody without such a cookie
/// reaches the store.
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class SessionFilter implements WebFilter {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Sessions sessions;
    private final SessionCookies cookies;
    private final Blocking blocking;
    private final StoreOutage outage;
    private final List<PathPattern> paths;
    private final String origin;

    SessionFilter(
            Sessions sessions,
            SessionCookies cookies,
            Blocking blocking,
            StoreOutage outage,
            SessionSettings settings,
            SiteSettings site) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.blocking = blocking;
        this.outage = outage;
        this.paths = settings.paths().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
        this.origin = site.publicUrl().getScheme() + "://" + site.publicUrl().getRawAuthority();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        // Whoever brings a token needs no session, and no page of another site can bring one.
        if (request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
            return chain.filter(exchange);
        }
        PathContainer path = request.getPath().pathWithinApplication();
        SessionId id = cookies.mayHaveSession(request) && counts(path) ? cookies.session(request) : null;
        if (id == null) {
            return stranger(exchange, path, chain);
        }
        if (!READS.contains(request.getMethod()) && !isOfOwnPage(request.getHeaders())) {
            throw new Refusal(Problem.crossSite());
        }
        return blocking.call(() -> outage.unlessAway(() -> found(id, path)))
                .onErrorResume(Refusal.class, unavailable -> unknown(exchange, path, unavailable))
                .flatMap(found -> {
                    if (found.isPresent()) {
                        new SignedIn(id, found.get()).leaveAt(exchange);
                        keepPrivate(exchange.getResponse());
                        return chain.filter(exchange);
                    }
                    if (!SignedIn.isUnknown(exchange)) {
                        exchange.getResponse().addCookie(cookies.noSession());
                    }
                    return stranger(exchange, path, chain);
                });
    }

    /// The store or the provider is away. The desk needs them; of other addresses the service knows
    /// whether it asks who somebody is: see [ServiceRefusals].
    private static Mono<Optional<Session>> unknown(
            ServerWebExchange exchange, PathContainer path, Refusal unavailable) {
        if (SessionRoutes.isAtDesk(path)) {
            return Mono.error(unavailable);
        }
        SignedIn.leaveUnknownAt(exchange);
        return Mono.just(Optional.empty());
    }

    private Optional<Session> found(SessionId id, PathContainer path) {
        return SessionRoutes.isOwn(path.value()) ? sessions.known(id) : sessions.find(id);
    }

    /// Caches on the way see no `Authorization` in such a request and would have its answer for
    /// everybody.
    private static void keepPrivate(ServerHttpResponse response) {
        response.beforeCommit(() -> {
            String said = response.getHeaders().getCacheControl();
            if (said == null || !said.contains("no-store")) {
                response.getHeaders().setCacheControl("private, no-cache");
            }
            return Mono.empty();
        });
    }

    private boolean counts(PathContainer path) {
        if (SessionRoutes.isWayIn(path.value())) {
            return false;
        }
        for (PathPattern pattern : paths) {
            if (pattern.matches(path)) {
                return true;
            }
        }
        return false;
    }

    /// A browser sends cookies with whatever any page asks for. It also says which page that was; older
    /// ones say so by `Origin` alone.
    private boolean isOfOwnPage(HttpHeaders headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        return site == null ? origin.equals(headers.getFirst(HttpHeaders.ORIGIN)) : "same-origin".equals(site);
    }

    /// People who ask for a page of the desk are led to the sign-in; everybody else is told by
    /// the service.
    private static Mono<Void> stranger(ServerWebExchange exchange, PathContainer path, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!HttpMethod.GET.equals(request.getMethod())
                || !SessionRoutes.isAtDesk(path)
                || SessionRoutes.isOwn(path.value())
                || !ErrorPage.isPreferred(request)) {
            return chain.filter(exchange);
        }
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders().setCacheControl("no-store");
        response.getHeaders().setLocation(wayIn(request, path));
        return response.setComplete();
    }

    /// A form may not end at another site (`form-action`), which the sign-in would lead it to. One that
    /// only asks has a query: its sender finds the way in on a page.
    private static URI wayIn(ServerHttpRequest request, PathContainer path) {
        return URI.create(
                request.getURI().getRawQuery() == null ? SessionRoutes.SIGN_IN + "?to=" + path.value() : SignIn.HOME);
    }
}
