package dev.toolverdicts.gateway.edge;

import java.net.InetAddress;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Stops floods, per copy of the gateway and per network. What may be asked for in minutes is said in [Quotas].
@Component
class RateLimits {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Limit<Network> writes;
    private final Limit<Network> reads;

    RateLimits(RateSettings settings) {
        this.writes = limit(settings.writesPerSecond(), settings.networks());
        this.reads = limit(settings.readsPerSecond(), settings.networks());
    }

    private static Limit<Network> limit(int perSecond, int networks) {
        return new Limit<>(perSecond, perSecond, SECOND, networks);
    }

    Allowance take(InetAddress client, boolean write) {
        return (write ? writes : reads).take(Network.of(client));
    }
}
