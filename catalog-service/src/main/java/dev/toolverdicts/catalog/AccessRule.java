package dev.toolverdicts.catalog;

import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAuthority;
import static org.springframework.security.authorization.SingleResultAuthorizationManager.permitAll;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// Who may call one endpoint. The table holds every endpoint there is; what is not in it is refused.
final class AccessRule {

    private static final HttpMethod[] READ = {HttpMethod.GET, HttpMethod.HEAD};

    static final List<AccessRule> TABLE = Stream.concat(
                    Stream.of(
                            new AccessRule("/api/v1/tools", hasAuthority("SCOPE_catalog:write"), HttpMethod.POST),
                            new AccessRule("/api/v1/tools/{slug}", hasAuthority("SCOPE_catalog:write"), HttpMethod.PUT),
                            new AccessRule("/actuator/health/**", permitAll(), READ),
                            new AccessRule("/actuator/**", hasAuthority("SCOPE_ops"), HttpMethod.values()),
                            // Asked for directly it has no error to tell of and answers 404.
                            new AccessRule("/error", permitAll(), HttpMethod.values())),
                    Stream.of(
                                    "/api/v1/tools",
                                    "/api/v1/tools/{slug}",
                                    "/api/v1/categories",
                                    "/api/v1/comparisons/{pair}",
                                    "/",
                                    "/tool/{slug}",
                                    "/compare",
                                    "/compare/{pair}",
                                    "/category/{key}",
                                    "/panel",
                                    "/reviewer/{key}",
                                    "/api/v1/leaderboards",
                                    "/api/v1/leaderboards/{period}",
                                    "/api/v1/leaderboards/{period}/{key}",
                                    "/leaderboard",
                                    "/leaderboard/{period}",
                                    "/leaderboard/{period}/{key}",
                                    "/badge/{badge}",
                                    "/feeds/{feed}",
                                    "/sitemap.xml",
                                    "/robots.txt",
                                    "/llms.txt",
                                    "/favicon.ico",
                                    "/assets/**",
                                    "/v3/api-docs",
                                    "/v3/api-docs.yaml")
                            .map(path -> new AccessRule(path, permitAll(), READ)))
            .toList();

    private final Set<HttpMethod> methods;
    private final RequestMatcher path;
    private final RequestMatcher endpoint;
    private final AuthorizationManager<RequestAuthorizationContext> access;

    private AccessRule(String path, AuthorizationManager<RequestAuthorizationContext> access, HttpMethod... methods) {
        this.methods = Set.of(methods);
        this.path = PathPatternRequestMatcher.pathPattern(path);
        this.endpoint = new OrRequestMatcher(Arrays.stream(methods)
                .map(method -> (RequestMatcher) PathPatternRequestMatcher.pathPattern(method, path))
                .toList());
        this.access = access;
    }

    Set<HttpMethod> methods() {
        return methods;
    }

    RequestMatcher endpoint() {
        return endpoint;
    }

    AuthorizationManager<RequestAuthorizationContext> access() {
        return access;
    }

    boolean hasPath(HttpServletRequest request) {
        return path.matches(request);
    }
}
