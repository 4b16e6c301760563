package dev.toolverdicts.gateway.edge;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// How a program sends its key: `Authorization: ApiKey …` or `X-Api-Key: …`, and never in an
/// address, which logs, histories and other sites get to see.
final class SentKey {

    static final String HEADER = "X-Api-Key";

    private static final String SCHEME = "ApiKey ";

    /// A parameter of its usual names, or a value that looks like one of ours under any other.
    private static final Pattern IN_QUERY = Pattern.compile(
            "(?:^|&)(?:x[-_]?)?api(?:[-_]|%2d|%5f)?key(?:=|&|$)|=tv_[a-z0-9_-]{43}(?:&|$)", Pattern.CASE_INSENSITIVE);

    private SentKey() {}

    /// Null for none.
    static @Nullable String of(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        String key = headers.getFirst(HEADER);
        if (key != null) {
            return key.strip();
        }
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        return authorization != null && isKey(authorization)
                ? authorization.substring(SCHEME.length()).strip()
                : null;
    }

    /// Of a value of `Authorization`: whether it is for the gateway alone.
    static boolean isKey(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    static boolean isInAddress(ServerHttpRequest request) {
        String query = request.getURI().getRawQuery();
        return query != null && IN_QUERY.matcher(query).find();
    }
}
