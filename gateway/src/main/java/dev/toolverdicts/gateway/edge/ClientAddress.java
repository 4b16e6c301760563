package dev.toolverdicts.gateway.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/// Who is asking: the other end of the connection, or, when that is one of our own proxies, whom it
/// says it speaks for.
@Component
class ClientAddress {

    static final String ATTRIBUTE = ClientAddress.class.getName();

    static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<AddressRange> trustedHops;

    ClientAddress(EdgeSettings settings) {
        this.trustedHops = settings.trustedHops().stream().map(AddressRange::of).toList();
    }

    InetAddress of(ServerHttpRequest request) {
        return of(request.getRemoteAddress(), () -> request.getHeaders().getOrEmpty(FORWARDED_FOR));
    }

    /// @param forwardedFor the lines of `X-Forwarded-For`
    InetAddress of(@Nullable InetSocketAddress remote, Supplier<List<String>> forwardedFor) {
        InetAddress peer =
                remote == null || remote.getAddress() == null ? InetAddress.getLoopbackAddress() : remote.getAddress();
        return isOurs(peer) ? behind(peer, forwardedFor.get()) : peer;
    }

    /// Read from the right: what stands left of the first address that is not ours may be invented.
    private InetAddress behind(InetAddress hop, List<String> forwardedFor) {
        InetAddress nearest = hop;
        for (String named : said(forwardedFor).reversed()) {
            InetAddress address = parse(named);
            if (address == null) {
                return nearest;
            }
            nearest = address;
            if (!isOurs(address)) {
                return nearest;
            }
        }
        return nearest;
    }

    private boolean isOurs(InetAddress address) {
        return trustedHops.stream().anyMatch(hops -> hops.holds(address));
    }

    private static List<String> said(List<String> forwardedFor) {
        List<String> addresses = new ArrayList<>();
        for (String line : forwardedFor) {
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
