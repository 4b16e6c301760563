package dev.toolverdicts.system.faults;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/// How often which process was hit, and how many votes were acknowledged between two hits.
final class Ledger {

    private final Map<String, Integer> hits = new TreeMap<>();
    private int times;
    private long before;
    private long fewest = Long.MAX_VALUE;
    private long acknowledged;

    /// @param victims of one moment
    /// @param acknowledgedSoFar votes
    void hit(Collection<String> victims, long acknowledgedSoFar) {
        victims.forEach(victim -> hits.merge(victim, 1, Integer::sum));
        times++;
        look(acknowledgedSoFar);
    }

    /// The time after the last hit counts as well.
    void end(long acknowledgedSoFar) {
        if (times > 0) {
            look(acknowledgedSoFar);
        }
        acknowledged = acknowledgedSoFar;
    }

    private void look(long acknowledgedSoFar) {
        fewest = Math.min(fewest, acknowledgedSoFar - before);
        before = acknowledgedSoFar;
    }

    Map<String, Integer> hits() {
        return hits;
    }

    int times() {
        return times;
    }

    /// Votes between two hits, before the first and after the last; 0 when there was none.
    long fewest() {
        return times == 0 ? 0 : fewest;
    }

    long acknowledged() {
        return acknowledged;
    }
}
