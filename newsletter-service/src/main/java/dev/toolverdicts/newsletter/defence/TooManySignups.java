package dev.toolverdicts.newsletter.defence;

import dev.toolverdicts.platform.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// A network or a domain has used up what it may ask for. It says nothing of any address.
public final class TooManySignups extends Refusal {

    private static final long serialVersionUID = 1L;

    private final long minutes;

    TooManySignups(String of, Allowance allowance) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-sign-ups",
                "Too many sign-ups",
                "Too many requests of this kind %s. Nothing was noted; try again later.".formatted(of));
        this.minutes = allowance.retry().toMinutes() + 1;
        getBody().setProperty("limit", allowance.limit());
        getBody().setProperty("remaining", 0);
        getBody().setProperty("reset", seconds(allowance.reset()));
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds(allowance.retry())));
        getHeaders().set("RateLimit-Limit", Integer.toString(allowance.limit()));
        getHeaders().set("RateLimit-Remaining", "0");
        getHeaders().set("RateLimit-Reset", Long.toString(seconds(allowance.reset())));
    }

    /// Until one more is taken.
    public long minutes() {
        return minutes;
    }

    /// Tells a program, too, when to come back where the answer is a page for people.
    public void tell(HttpServletResponse answer) {
        getHeaders().forEach((name, values) -> values.forEach(value -> answer.setHeader(name, value)));
    }

    private static long seconds(Duration time) {
        return Math.max(1, time.plusNanos(999_999_999).toSeconds());
    }
}
