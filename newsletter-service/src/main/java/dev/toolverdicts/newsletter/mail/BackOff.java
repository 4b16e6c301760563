package dev.toolverdicts.newsletter.mail;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before another attempt: a minute, then twice as long each time up to four hours, spread by a
/// quarter
/// so that those refused together do not come back together.
public final class BackOff {

    /// After that long nobody waits for the mail any more.
    public static final Duration GIVE_UP = Duration.ofDays(3);

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(4);

    private BackOff() {}

    /// @param attempts made so far, at least one
    static Duration after(int attempts, RandomGenerator random) {
        return after(attempts, FIRST, random);
    }

    /// @param first instead of a minute
    public static Duration after(int attempts, Duration first, RandomGenerator random) {
        long wait = Math.min(first.toMillis() << Math.min(attempts - 1, 20), LONGEST.toMillis());
        return Duration.ofMillis((long) (wait * random.nextDouble(0.75, 1.25)));
    }
}
