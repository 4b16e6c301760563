package dev.toolverdicts.newsletter.alert;

import java.net.URI;
import java.net.URISyntaxException;

/// An address to post to: https with a host, and nothing that could be read in two ways.
record WebhookUrl(boolean tls, String host, int port, String path) {

    private static final int LONGEST = 1000;

    /// @throws IllegalArgumentException with what to change
    static WebhookUrl of(String text, boolean plainHttp) {
        URI uri = parsed(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        boolean tls = scheme.equals("https");
        if (!tls && !(plainHttp && scheme.equals("http"))) {
            throw new IllegalArgumentException("must begin with https://");
        }
        String host = uri.getHost();
        if (host == null || host.isEmpty() || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must have a host, and neither a user nor a fragment");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException("must have a port from 1 to 65535 or none");
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new WebhookUrl(
                tls,
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80,
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    /// For the `Host` header.
    String authority() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == (tls ? 443 : 80) ? name : name + ":" + port;
    }

    private static URI parsed(String text) {
        if (text.length() > LONGEST || !text.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("must be up to 1000 visible ASCII characters");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be an address such as https://example.org/hook", e);
        }
    }
}
