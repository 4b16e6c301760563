package dev.toolverdicts.gateway.problem;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// The page of this site from which somebody sent a form: where a refusal leads back to.
final class CameFrom {

    private static final int LONGEST = 2_000;

    private final String origin;

    CameFrom(URI site) {
        origin = origin(site);
    }

    /// As a path here, never another site. Empty for what is no form, and where the browser does not
    /// say.
    Optional<String> of(ServerHttpRequest request) {
        return HttpMethod.POST.equals(request.getMethod())
                ? page(request.getHeaders().getFirst(HttpHeaders.REFERER))
                : Optional.empty();
    }

    private Optional<String> page(@Nullable String referer) {
        if (referer == null || referer.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI page = URI.create(referer);
            String path = page.getRawPath();
            return path != null && path.startsWith("/") && !path.startsWith("//") && origin.equals(origin(page))
                    ? Optional.of(page.getRawQuery() == null ? path : path + "?" + page.getRawQuery())
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String origin(URI address) {
        return (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
