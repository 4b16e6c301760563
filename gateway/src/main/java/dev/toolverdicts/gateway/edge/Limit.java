package dev.toolverdicts.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/// A bucket of tokens for each of many, as many as are remembered. A forgotten one would have been full again, or has
/// to
/// make room for others: what is made up to fill the memory fills no more than this.
final class Limit<K> {

    private final int burst;
    private final int refill;
    private final Duration period;
    private final Cache<K, Bucket> buckets;

    /// @param refill tokens that come back in each period
    Limit(int burst, int refill, Duration period, int remembered) {
        this.burst = burst;
        this.refill = refill;
        this.period = period;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(
                        period.multipliedBy(Math.ceilDiv(burst, refill)).plus(Duration.ofMinutes(1)))
                .build();
    }

    Allowance take(K who) {
        ConsumptionProbe taken = buckets.get(who, _ -> full()).tryConsumeAndReturnRemaining(1);
        return new Allowance(
                taken.isConsumed(),
                burst,
                taken.getRemainingTokens(),
                Duration.ofNanos(taken.getNanosToWaitForRefill()),
                Duration.ofNanos(taken.getNanosToWaitForReset()));
    }

    /// How many are remembered now.
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, period))
                .build();
    }
}
