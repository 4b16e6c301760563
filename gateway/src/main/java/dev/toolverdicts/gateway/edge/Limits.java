package dev.toolverdicts.gateway.edge;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// How often somebody may ask: floods first, then what is counted by the minute.
@Component
class Limits {

    private final RateLimits rates;
    private final Quotas quotas;

    Limits(RateLimits rates, Quotas quotas) {
        this.rates = rates;
        this.quotas = quotas;
    }

    /// @param counted asks the quotas for a write
    Allowance take(InetAddress client, boolean write, Function<Quotas, Optional<Allowance>> counted) {
        Allowance flood = rates.take(client, write);
        return flood.granted() && write
                ? counted.apply(quotas).map(flood::orTighter).orElse(flood)
                : flood;
    }
}
