package dev.toolverdicts.gateway.edge;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// Removes whatever a request from outside says about who sent it, and says it itself in `X-Client-Ip`.
/// Cookies that are the gateway's own stay here, and so do keys.
@Component
class IdentityHeaders implements HttpHeadersFilter, Ordered {

    static final String CLIENT_IP = "X-Client-Ip";

    private final Set<String> names;
    private final String[] prefixes;
    private final String[] ownCookies;
    private final List<OwnHeaders> own;

    IdentityHeaders(EdgeSettings settings, ObjectProvider<OwnHeaders> own) {
        this.own = own.orderedStream().toList();
        this.names = settings.identityHeaders().stream()
                .filter(name -> !name.endsWith("*"))
                .collect(Collectors.toUnmodifiableSet());
        this.prefixes = settings.identityHeaders().stream()
                .filter(name -> name.endsWith("*"))
                .map(name -> name.substring(0, name.length() - 1))
                .toArray(String[]::new);
        this.ownCookies = settings.ownCookies().toArray(String[]::new);
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
            if (HttpHeaders.COOKIE.equalsIgnoreCase(name)) {
                values.forEach(line -> addCookies(kept, line));
            } else if (HttpHeaders.AUTHORIZATION.equalsIgnoreCase(name)) {
                values.stream().filter(value -> !SentKey.isKey(value)).forEach(value -> kept.add(name, value));
            } else if (!isIdentity(name)) {
                kept.addAll(name, values);
            }
        });
        InetAddress client = exchange.getRequiredAttribute(ClientAddress.ATTRIBUTE);
        kept.set(CLIENT_IP, text(client));
        for (OwnHeaders each : own) {
            each.addTo(kept, exchange);
        }
        return kept;
    }

    private void addCookies(HttpHeaders kept, String line) {
        String others = othersCookies(line);
        if (!others.isEmpty()) {
            kept.add(HttpHeaders.COOKIE, others);
        }
    }

    /// A line of cookies without the gateway's own.
    String othersCookies(String line) {
        for (String own : ownCookies) {
            if (line.contains(own)) {
                return Arrays.stream(line.split(";", -1))
                        .map(String::strip)
                        .filter(cookie -> !isOwnCookie(cookie))
                        .collect(Collectors.joining("; "));
            }
        }
        return line;
    }

    private boolean isOwnCookie(String cookie) {
        for (String own : ownCookies) {
            if (cookie.equals(own) || cookie.startsWith(own + "=")) {
                return true;
            }
        }
        return false;
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
