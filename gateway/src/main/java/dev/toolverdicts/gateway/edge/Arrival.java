package dev.toolverdicts.gateway.edge;

import dev.toolverdicts.gateway.problem.SiteSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Notes which other site sent a visitor here: its host, never an address, in a cookie of an hour. Later requests are
/// sent from this site's own pages and no longer tell. The last site that sent them stands.
///
/// The cookie is not signed, since a forger would gain nothing: whoever makes one up could as well have made up the
/// `Referer` it is taken from, and whoever deletes it has come from nowhere, as many do.
@Component
class Arrival {

    private static final Duration VISIT = Duration.ofHours(1);
    private static final Pattern HOST = Pattern.compile("([a-z0-9-]{1,63}\\.){1,20}[a-z][a-z0-9-]{0,62}");

    private final String name;
    private final boolean secure;
    private final String host;
    private final String ownPages;

    Arrival(SiteSettings site) {
        URI own = site.publicUrl();
        secure = site.isSecure();
        name = secure ? "__Host-arrival" : "arrival";
        host = String.valueOf(own.getHost()).toLowerCase(Locale.ROOT);
        ownPages = own.getScheme() + "://" + own.getRawAuthority() + "/";
    }

    /// Of a read: only a page that is shown is one that a visitor has come to.
    void note(ServerHttpRequest request, ServerHttpResponse response) {
        String from = otherHost(request.getHeaders().getFirst(HttpHeaders.REFERER));
        if (from != null) {
            response.beforeCommit(() -> {
                MediaType type = response.getHeaders().getContentType();
                if (type != null && MediaType.TEXT_HTML.includes(type)) {
                    response.addCookie(cookie(from));
                }
                return Mono.empty();
            });
        }
    }

    /// What notes it with an answer of the short way; null for nothing.
    ///
    /// @param type of the answer's content
    @Nullable
    String setCookie(@Nullable String referrer, @Nullable String type) {
        String from = type != null && type.startsWith(MediaType.TEXT_HTML_VALUE) ? otherHost(referrer) : null;
        return from == null ? null : cookie(from).toString();
    }

    private @Nullable String otherHost(@Nullable String referrer) {
        // Nearly all of them.
        if (referrer == null || referrer.startsWith(ownPages)) {
            return null;
        }
        try {
            String found = String.valueOf(URI.create(referrer).getHost()).toLowerCase(Locale.ROOT);
            return HOST.matcher(found).matches() && !isOwn(found) ? found : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private boolean isOwn(String other) {
        return other.equals(host) || other.endsWith("." + host) || host.endsWith("." + other);
    }

    private ResponseCookie cookie(String from) {
        return ResponseCookie.from(name, from)
                .path("/")
                .maxAge(VISIT)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure)
                .build();
    }
}
