package dev.toolverdicts.vote.tally;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// What the page of each tool last said to everybody, for while the database is away; no voter's own
/// vote is in it. Beyond a thousand tools the one that nobody has asked for the longest is forgotten.
final class LastWhys {

    private static final int MOST = 1_000;

    /// As many days as the page shows, and one, by which it says that there are more.
    private static final int DAYS = WhyPage.DAYS + 1;

    record Kept(Why why, Instant at) {}

    private final Clock clock;
    private final Map<UUID, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final AtomicLong shown = new AtomicLong();

    LastWhys(Clock clock) {
        this.clock = clock;
    }

    synchronized void keep(UUID tool, Why why) {
        List<Why.OfDay> days = why.days();
        List<Why.OfDay> last = List.copyOf(days.subList(Math.max(0, days.size() - DAYS), days.size()));
        kept.put(tool, new Kept(new Why(why.total(), why.tiers(), last, why.reasons(), why.asOf()), clock.instant()));
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    /// To be shown now.
    synchronized Optional<Kept> show(UUID tool) {
        Optional<Kept> found = Optional.ofNullable(kept.get(tool));
        found.ifPresent(_ -> shown.incrementAndGet());
        return found;
    }

    long shown() {
        return shown.get();
    }
}
