package dev.toolverdicts.gateway.edge;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Some of the requests, as settings name them: `METHOD /path/{variable}`.
public final class RequestPattern {

    private final HttpMethod method;
    private final PathPattern path;

    private RequestPattern(HttpMethod method, PathPattern path) {
        this.method = method;
        this.path = path;
    }

    public static RequestPattern of(String request) {
        String[] words = request.split(" ", 2);
        return new RequestPattern(HttpMethod.valueOf(words[0]), PathPatternParser.defaultInstance.parse(words[1]));
    }

    public boolean matches(HttpMethod asked, PathContainer at) {
        return method.equals(asked) && path.matches(at);
    }

    /// The path's variables, decoded as routes are matched; null for another request.
    @Nullable
    Map<String, String> variables(HttpMethod asked, PathContainer at) {
        PathPattern.PathMatchInfo match = method.equals(asked) ? path.matchAndExtract(at) : null;
        return match == null ? null : match.getUriVariables();
    }
}
