package dev.toolverdicts.platform.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a topic says about versions, in log order per key.
record History(List<Entry> entries) {

    record Entry(String key, long version) {}

    /// Versions that appear for the first time after a newer one of their key has appeared.
    List<Entry> inversions() {
        var newest = new HashMap<String, Long>();
        Set<Entry> seen = new HashSet<>();
        var inversions = new ArrayList<Entry>();
        for (Entry entry : entries) {
            if (seen.add(entry) && newest.merge(entry.key(), entry.version(), Math::max) > entry.version()) {
                inversions.add(entry);
            }
        }
        return inversions;
    }

    /// How many entries repeat an earlier one.
    long duplicates() {
        return entries.size() - entries.stream().distinct().count();
    }

    /// Versions of a key that never appear between 1 and the newest.
    List<Entry> gaps() {
        var newest = new HashMap<String, Long>();
        entries.forEach(entry -> newest.merge(entry.key(), entry.version(), Math::max));
        Set<Entry> seen = new HashSet<>(entries);
        var gaps = new ArrayList<Entry>();
        newest.forEach((key, last) -> {
            for (long version = 1; version < last; version++) {
                if (!seen.contains(new Entry(key, version))) {
                    gaps.add(new Entry(key, version));
                }
            }
        });
        return gaps;
    }

    /// The version that compaction would leave.
    Map<String, Long> last() {
        var last = new HashMap<String, Long>();
        entries.forEach(entry -> last.put(entry.key(), entry.version()));
        return last;
    }
}
