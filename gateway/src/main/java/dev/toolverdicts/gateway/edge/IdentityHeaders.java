package dev.toolverdicts.gateway.edge;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// Removes whatever a request from outside says about who sent it, and says it itself in `X-Client-Ip`.
@Component
class IdentityHeaders implements HttpHeadersFilter, Ordered {

    static final String CLIENT_IP = "X-Client-Ip";

    private final Set<String> names;
    private final String[] prefixes;

    IdentityHeaders(EdgeSettings settings) {
        this.names = settings.identityHeaders().stream()
                .filter(name -> !name.endsWith("*"))
                .collect(Collectors.toUnmodifiableSet());
        this.prefixes = settings.identityHeaders().stream()
                .filter(name -> name.endsWith("*"))
                .map(name -> name.substring(0, name.length() - 1))
                .toArray(String[]::new);
    }

    /// Last, so that no other filter puts one back.
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders sent, ServerWebExchange exchange) {
        HttpHeaders kept = new HttpHeaders();
        sent.forEach((name, values) -> {
            if (!isIdentity(name)) {
                kept.addAll(name, values);
            }
        });
        InetAddress client = exchange.getRequiredAttribute(ClientAddress.ATTRIBUTE);
        kept.set(CLIENT_IP, text(client));
        return kept;
    }

    /// Without the zone of a link-local address, which means nothing elsewhere.
    static String text(InetAddress client) {
        String text = client.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    boolean isIdentity(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (names.contains(lower)) {
            return true;
        }
        for (String prefix : prefixes) {
            if (lower.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
