package dev.toolverdicts.platform.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// How long somebody who guesses has to wait. Kept by account and [Network]: a stranger elsewhere keeps
/// nobody out, and a wait ends by itself. Names that nobody has are treated like all others.
final class WrongPasswords {

    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final int MOST_KEPT = 10_000;

    private record Guesses(int many, Instant last, Instant nextAt) {}

    private final Map<String, Guesses> byWhom = new LinkedHashMap<>();
    private final InstantSource clock;

    WrongPasswords(InstantSource clock) {
        this.clock = clock;
    }

    /// To be asked before a password is looked at. A guess counts from here on, until it was
    /// [#right]: many that come at once are no more than one after the other.
    ///
    /// @return zero when it may be looked at
    synchronized Duration mustWait(String whom) {
        Instant now = clock.instant();
        Guesses before = byWhom.get(whom);
        if (before != null && before.nextAt().isAfter(now)) {
            return Duration.between(now, before.nextAt());
        }
        boolean isFirst = before == null || before.last().plus(FORGOTTEN).isBefore(now);
        int many = isFirst ? 1 : Objects.requireNonNull(before).many() + 1;
        // The one that was heard of last is forgotten last.
        byWhom.remove(whom);
        byWhom.put(whom, new Guesses(many, now, now.plus(pause(many))));
        if (byWhom.size() > MOST_KEPT) {
            byWhom.remove(byWhom.keySet().iterator().next());
        }
        return Duration.ZERO;
    }

    synchronized void right(String whom) {
        byWhom.remove(whom);
    }

    private static Duration pause(int many) {
        if (many < FREE) {
            return Duration.ZERO;
        }
        Duration grown = FIRST.multipliedBy(1L << Math.min(many - FREE, 10));
        return grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
    }
}
