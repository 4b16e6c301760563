package dev.toolverdicts.system.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// One state on its topic, as its publisher sent it.
record Published(UUID key, long version) {

    /// What is wrong with a topic of states (promise G4): the versions of a key rise, whatever was sent again, and the
    /// last one is the table's. A version that nobody has seen may be missing: states replace each other.
    ///
    /// @param topic in the order of each partition
    /// @param table the version of every key
    static List<Violation> violations(List<Published> topic, Map<UUID, Long> table) {
        var violations = new ArrayList<Violation>();
        var newest = new HashMap<UUID, Long>();
        var last = new HashMap<UUID, Long>();
        Set<Published> seen = new HashSet<>();
        for (Published each : topic) {
            long before = newest.getOrDefault(each.key(), Long.MIN_VALUE);
            if (seen.add(each) && each.version() < before) {
                violations.add(Violation.other(
                        "state %s of %s came after %d: inverted".formatted(each.version(), each.key(), before)));
            }
            newest.merge(each.key(), each.version(), Long::max);
            last.put(each.key(), each.version());
        }
        table.forEach((key, version) -> {
            Long published = last.get(key);
            if (published == null || published != version.longValue()) {
                violations.add(Violation.other(
                        "the last state of %s on its topic is %s, in the table %d".formatted(key, published, version)));
            }
        });
        return violations;
    }
}
