package dev.toolverdicts.gateway.edge;

import jakarta.validation.constraints.Min;
import java.time.Duration;

/// @param burst how much at once
/// @param perMinute how much comes back every minute
public record Quota(@Min(1) int burst, @Min(1) int perMinute) {

    /// @param remembered how many it is counted of
    <K> Limit<K> limit(int remembered) {
        return new Limit<>(burst, perMinute, Duration.ofMinutes(1), remembered);
    }
}
