package dev.toolverdicts.catalog.site;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/// How long a static file may be kept. For good only at the address that has the mark of this very
/// content: other services' pages ask without a mark, and while copies are replaced a new page may
/// ask an old copy.
final class AssetAge implements HandlerInterceptor {

    private static final String FOR_GOOD =
            kept(CacheControl.maxAge(Duration.ofDays(365)).immutable());
    private static final String FOR_NOW = kept(CacheControl.maxAge(Duration.ofMinutes(5)));

    private final Set<String> marked;

    AssetAge(Assets assets) {
        marked = Set.of(assets.stylesheet(), assets.script(), assets.favicon());
    }

    private static String kept(CacheControl age) {
        return requireNonNull(age.cachePublic().getHeaderValue());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String path = request.getRequestURI();
        if (marked.contains(path + "?" + request.getQueryString())) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_GOOD);
        } else if (marked.stream().anyMatch(address -> address.startsWith(path + "?"))) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_NOW);
        }
        return true;
    }
}
