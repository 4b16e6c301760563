package dev.toolverdicts.gateway.edge;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// What a page of another site may read in its visitor's browser. Anybody is allowed to, and so
/// nobody's cookies count: a browser hands out no answer to a request with cookies that says `*`.
@Component
class SharedReads {

    static final List<HttpMethod> METHODS = List.of(HttpMethod.GET, HttpMethod.HEAD);

    /// Of these a page would not get to see anything otherwise.
    private static final List<String> EXPOSED =
            List.of("ETag", "Link", "Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset");

    private final List<PathPattern> paths;

    SharedReads(SharedSettings settings) {
        paths = settings.paths().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    boolean have(HttpMethod method, PathContainer path) {
        return METHODS.contains(method) && isOneOf(path);
    }

    private boolean isOneOf(PathContainer path) {
        for (PathPattern pattern : paths) {
            if (pattern.matches(path)) {
                return true;
            }
        }
        return false;
    }

    /// Whatever the answer is: a refusal that cannot be read says nothing of when to come again.
    /// The same whoever asks, so that it may be kept for anybody.
    void tell(HttpHeaders headers) {
        headers.setAccessControlAllowOrigin("*");
        headers.setAccessControlExposeHeaders(EXPOSED);
    }
}
