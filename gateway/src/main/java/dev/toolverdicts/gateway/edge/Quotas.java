package dev.toolverdicts.gateway.edge;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/// How often the same may be asked for: by a device for one subject, by a device at all, and by a network, which also
/// holds those who throw their cookies away. Counted in each copy of the gateway for itself.
@Component
class Quotas {

    private static final String SUBJECT = "subject";

    private record DeviceAndSubject(Device device, String subject) {}

    private final List<RequestPattern> requests;
    private final List<String> cookies;
    private final Limit<Network> networks;
    private final Limit<Device> devices;
    private final Limit<DeviceAndSubject> subjects;

    Quotas(QuotaSettings settings) {
        requests = settings.requests().stream().map(RequestPattern::of).toList();
        cookies = settings.cookies();
        networks = settings.network().limit(settings.remembered());
        devices = settings.device().limit(settings.remembered());
        subjects = settings.subject().limit(settings.remembered());
    }

    Optional<Allowance> take(ServerHttpRequest request, InetAddress client) {
        return take(
                request.getMethod(),
                request.getPath().pathWithinApplication(),
                name -> value(request.getCookies().getFirst(name)),
                client);
    }

    private static @Nullable String value(@Nullable HttpCookie cookie) {
        return cookie == null ? null : cookie.getValue();
    }

    /// Empty when nothing is counted for such a request. The narrowest comes first, so that who is refused takes
    /// nothing from neighbours.
    ///
    /// @param cookie the value of a cookie by its name, null for none
    Optional<Allowance> take(
            HttpMethod method, PathContainer path, Function<String, @Nullable String> cookie, InetAddress client) {
        String subject = subject(method, path);
        if (subject == null) {
            return Optional.empty();
        }
        Device device = device(cookie);
        Allowance tightest = null;
        if (device != null) {
            tightest = subjects.take(new DeviceAndSubject(device, subject));
            if (tightest.granted()) {
                tightest = tightest.orTighter(devices.take(device));
            }
            if (!tightest.granted()) {
                return Optional.of(tightest);
            }
        }
        Allowance network = networks.take(Network.around(client));
        return Optional.of(tightest == null ? network : tightest.orTighter(network));
    }

    /// Decoded as routes are matched: another spelling of an address is the same address.
    private @Nullable String subject(HttpMethod method, PathContainer path) {
        for (RequestPattern counted : requests) {
            Map<String, String> variables = counted.variables(method, path);
            if (variables != null) {
                return variables.getOrDefault(SUBJECT, "");
            }
        }
        return null;
    }

    private @Nullable Device device(Function<String, @Nullable String> cookie) {
        for (String name : cookies) {
            String value = cookie.apply(name);
            if (value != null && !value.isEmpty()) {
                return Device.of(value);
            }
        }
        return null;
    }

    /// How many devices with a subject are remembered now.
    long remembered() {
        return subjects.size();
    }
}
