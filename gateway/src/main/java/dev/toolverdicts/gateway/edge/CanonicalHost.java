package dev.toolverdicts.gateway.edge;

import dev.toolverdicts.gateway.problem.SiteSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/// The site has one address. Who reads at its other spelling, with `www.` or without, or over plain
/// HTTP where one of our own proxies says so, is sent to it. Other hosts are left alone: checks and
/// neighbours use them.
@Component
class CanonicalHost {

    private static final String WWW = "www.";
    static final String FORWARDED_PROTO = "X-Forwarded-Proto";

    private final String origin;
    private final String host;
    private final String other;
    private final boolean secure;

    CanonicalHost(SiteSettings site) {
        URI own = site.publicUrl();
        origin = own.getScheme() + "://" + own.getRawAuthority();
        host = String.valueOf(own.getHost()).toLowerCase(Locale.ROOT);
        other = host.startsWith(WWW) ? host.substring(WWW.length()) : WWW + host;
        secure = site.isSecure();
    }

    /// @param address what is asked for; only its path and query count
    /// @param client who asks, as it was found out
    Optional<URI> instead(ServerHttpRequest request, URI address, InetAddress client) {
        String asked = asked(request.getHeaders().getFirst(HttpHeaders.HOST));
        if (!asked.equals(other) && !(asked.equals(host) && isPlain(request, client))) {
            return Optional.empty();
        }
        String query = address.getRawQuery();
        return Optional.of(URI.create(origin + address.getRawPath() + (query == null ? "" : "?" + query)));
    }

    /// Whether a request may have to go elsewhere, as far as its headers say; false for nearly all.
    boolean mayBeElsewhere(@Nullable String named, @Nullable String forwardedProto) {
        return asked(named).equals(other) || (secure && "http".equalsIgnoreCase(forwardedProto));
    }

    private static String asked(@Nullable String header) {
        String named = String.valueOf(header);
        int port = named.indexOf(':');
        return (port < 0 ? named : named.substring(0, port)).toLowerCase(Locale.ROOT);
    }

    /// Whoever is not who is connected came through one of our own proxies, and only these are believed.
    private boolean isPlain(ServerHttpRequest request, InetAddress client) {
        InetSocketAddress peer = request.getRemoteAddress();
        return secure
                && peer != null
                && !client.equals(peer.getAddress())
                && "http".equalsIgnoreCase(request.getHeaders().getFirst(FORWARDED_PROTO));
    }
}
