package dev.toolverdicts.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Stops floods, per copy of the gateway and per network. Exact limits are the services' own.
@Component
class RateLimits {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

    private final Limit writes;
    private final Limit reads;

    RateLimits(RateSettings settings) {
        this.writes = new Limit(settings.writesPerSecond(), settings.networks());
        this.reads = new Limit(settings.readsPerSecond(), settings.networks());
    }

    Allowance take(InetAddress client, boolean write) {
        return (write ? writes : reads).take(Network.of(client));
    }

    private static final class Limit {

        private final int perSecond;
        private final Cache<Network, Bucket> buckets;

        Limit(int perSecond, int networks) {
            this.perSecond = perSecond;
            this.buckets = Caffeine.newBuilder()
                    .maximumSize(networks)
                    .expireAfterAccess(FORGOTTEN_AFTER)
                    .build();
        }

        Allowance take(Network network) {
            ConsumptionProbe taken = buckets.get(network, _ -> full()).tryConsumeAndReturnRemaining(1);
            return new Allowance(
                    taken.isConsumed(),
                    perSecond,
                    taken.getRemainingTokens(),
                    Duration.ofNanos(taken.getNanosToWaitForReset()));
        }

        private Bucket full() {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                    .build();
        }
    }
}
