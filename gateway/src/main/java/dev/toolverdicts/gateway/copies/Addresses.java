package dev.toolverdicts.gateway.copies;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What the names of copies stand for. One name may have many addresses, as those of containers and of headless
/// services do; each is a copy. For one thread.
final class Addresses {

    @FunctionalInterface
    interface Names {
        InetAddress[] lookUp(String name) throws UnknownHostException;
    }

    private final Names names;
    private final Map<URI, List<URI>> known = new HashMap<>();

    Addresses(Names names) {
        this.names = names;
    }

    /// In an order that does not depend on the name server's. A name that is not found, any more or yet, stands for
    /// what it stood for last, at first for itself: only the name server may be away.
    List<URI> of(URI copy) {
        // Certificates are for names.
        if (!"http".equals(copy.getScheme())) {
            return List.of(copy);
        }
        try {
            List<URI> found = at(copy, names.lookUp(copy.getHost()));
            known.put(copy, found);
            return found;
        } catch (UnknownHostException e) {
            return known.getOrDefault(copy, List.of(copy));
        }
    }

    private static List<URI> at(URI copy, InetAddress[] addresses) {
        // The same host twice would get a double share, or is not reached by one of the two.
        Predicate<InetAddress> old = Inet4Address.class::isInstance;
        Predicate<InetAddress> wanted = Arrays.stream(addresses).anyMatch(old) ? old : old.negate();
        return Arrays.stream(addresses)
                .filter(wanted)
                .map(InetAddress::getHostAddress)
                .sorted()
                .map(address -> at(copy, address))
                .toList();
    }

    private static URI at(URI copy, String address) {
        try {
            return new URI(copy.getScheme(), null, address, copy.getPort(), null, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
