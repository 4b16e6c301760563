package dev.toolverdicts.gateway.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/// Who is asking: the other end of the connection, or, when that is one of our own proxies, whom it says it speaks for.
@Component
class ClientAddress {

    static final String ATTRIBUTE = ClientAddress.class.getName();

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final Set<InetAddress> trustedHops;

    ClientAddress(EdgeSettings settings) {
        this.trustedHops =
                settings.trustedHops().stream().map(InetAddress::ofLiteral).collect(Collectors.toUnmodifiableSet());
    }

    InetAddress of(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        InetAddress peer =
                remote == null || remote.getAddress() == null ? InetAddress.getLoopbackAddress() : remote.getAddress();
        return trustedHops.contains(peer) ? behind(peer, request.getHeaders()) : peer;
    }

    /// Read from the right: what stands left of the first address that is not ours may be invented.
    private InetAddress behind(InetAddress hop, HttpHeaders headers) {
        InetAddress nearest = hop;
        for (String named : said(headers).reversed()) {
            InetAddress address = parse(named);
            if (address == null) {
                return nearest;
            }
            nearest = address;
            if (!trustedHops.contains(address)) {
                return nearest;
            }
        }
        return nearest;
    }

    private static List<String> said(HttpHeaders headers) {
        List<String> addresses = new ArrayList<>();
        for (String line : headers.getOrEmpty(FORWARDED_FOR)) {
            addresses.addAll(List.of(line.split(",", -1)));
        }
        return addresses;
    }

    private static @Nullable InetAddress parse(String literal) {
        try {
            return InetAddress.ofLiteral(literal.strip());
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
