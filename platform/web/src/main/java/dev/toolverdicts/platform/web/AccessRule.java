package dev.toolverdicts.platform.web;

import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAuthority;
import static org.springframework.security.authorization.SingleResultAuthorizationManager.permitAll;

import java.util.Arrays;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Who may call the endpoints of one path with some methods.
public final class AccessRule {

    private final boolean open;
    private final Set<HttpMethod> methods;
    private final PathPattern pattern;
    private final RequestMatcher path;
    private final RequestMatcher endpoint;
    private final AuthorizationManager<RequestAuthorizationContext> access;

    private AccessRule(
            boolean open,
            AuthorizationManager<RequestAuthorizationContext> access,
            String path,
            HttpMethod... methods) {
        this.open = open;
        this.methods = Set.of(methods);
        this.pattern = PathPatternParser.defaultInstance.parse(path);
        this.path = PathPatternRequestMatcher.pathPattern(path);
        this.endpoint = new OrRequestMatcher(Arrays.stream(methods)
                .map(method -> (RequestMatcher) PathPatternRequestMatcher.pathPattern(method, path))
                .toList());
        this.access = access;
    }

    /// Everybody may, with and without a token; a token that is not valid is refused all the same.
    public static AccessRule open(String path, HttpMethod... methods) {
        return new AccessRule(true, permitAll(), path, methods);
    }

    /// Everybody may read.
    public static AccessRule reads(String path) {
        return open(path, HttpMethod.GET, HttpMethod.HEAD);
    }

    /// Who has a token with this scope may.
    public static AccessRule scope(String scope, String path, HttpMethod... methods) {
        return when(hasAuthority("SCOPE_" + scope), path, methods);
    }

    /// Whom `access` lets in may.
    public static AccessRule when(
            AuthorizationManager<RequestAuthorizationContext> access, String path, HttpMethod... methods) {
        return new AccessRule(false, access, path, methods);
    }

    public boolean isOpen() {
        return open;
    }

    Set<HttpMethod> methods() {
        return methods;
    }

    RequestMatcher endpoint() {
        return endpoint;
    }

    RequestMatcher path() {
        return path;
    }

    AuthorizationManager<RequestAuthorizationContext> access() {
        return access;
    }

    /// @param template a path whose variables are written as `{name}`
    boolean covers(HttpMethod method, String template) {
        return methods.contains(method) && pattern.matches(PathContainer.parsePath(template));
    }
}
