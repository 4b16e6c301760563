package dev.toolverdicts.vote.count;

import dev.toolverdicts.platform.messaging.Received;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Of the records of one poll only the last of each key, in the order in which every counter locks its rows.
final class LastPerKey {

    private static final Comparator<Received<? extends OfVoter>> LOCK_ORDER = Comparator.comparing(
                    (Received<? extends OfVoter> record) -> record.data().toolId())
            .thenComparing(record -> record.data().voterId());

    private LastPerKey() {}

    static <T extends OfVoter> List<Received<T>> of(List<Received<T>> records) {
        Map<String, Received<T>> latest = HashMap.newHashMap(records.size());
        for (Received<T> each : records) {
            latest.merge(key(each), each, (one, other) -> one.offset() >= other.offset() ? one : other);
        }
        List<Received<T>> last = new ArrayList<>(latest.values());
        last.sort(LOCK_ORDER);
        return last;
    }

    /// The key decides the partition, and only within one do offsets tell which record is later.
    private static String key(Received<? extends OfVoter> each) {
        String key = each.data().toolId() + ":" + each.data().voterId();
        if (!key.equals(each.key())) {
            throw new IllegalArgumentException("the key is not toolId:voterId");
        }
        return key;
    }
}
