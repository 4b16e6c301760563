package dev.toolverdicts.gateway.edge;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;

/// What somebody may still ask for.
///
/// @param retry until one more request is granted
/// @param reset until everything may be asked for again
record Allowance(boolean granted, int limit, long remaining, Duration retry, Duration reset) {

    private static final String ATTRIBUTE = Allowance.class.getName();

    /// What the answer tells of.
    void leaveAt(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    static Allowance of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    /// @throws Refusal when nothing more is granted
    void orRefuse() {
        if (!granted) {
            long seconds = retrySeconds();
            String wait = seconds == 1 ? "1 second" : seconds + " seconds";
            throw new Refusal(Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "That was too often, so nothing was done. Try again in " + wait + ".")
                    .with("Retry-After", Long.toString(seconds)));
        }
    }

    long retrySeconds() {
        return wholeSeconds(retry);
    }

    long resetSeconds() {
        return wholeSeconds(reset);
    }

    private static long wholeSeconds(Duration time) {
        return Math.max(1, time.plusNanos(999_999_999).toSeconds());
    }

    /// The one that is met first, which is what a client has to know of.
    Allowance orTighter(Allowance other) {
        if (granted != other.granted) {
            return granted ? other : this;
        }
        return other.remaining < remaining ? other : this;
    }
}
