package dev.toolverdicts.vote.count;

import dev.toolverdicts.platform.messaging.Received;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Of the records of one poll only the last of each key, in the order in which every counter locks its rows.
final class LastPerKey {

    private static final Comparator<Received<? extends OfVoter>> LOCK_ORDER = Comparator.comparing(
                    (Received<? extends OfVoter> record) -> record.data().toolId())
            .thenComparing(record -> record.data().voterId());

    private LastPerKey() {}

    static <T extends OfVoter> List<Received<T>> of(List<Received<T>> records) {
        records.forEach(LastPerKey::check);
        List<Received<T>> sorted = new ArrayList<>(records);
        sorted.sort(LOCK_ORDER.thenComparingLong(Received::offset));
        List<Received<T>> last = new ArrayList<>(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            if (i + 1 == sorted.size() || LOCK_ORDER.compare(sorted.get(i), sorted.get(i + 1)) != 0) {
                last.add(sorted.get(i));
            }
        }
        return last;
    }

    /// The key decides the partition, and only within one do offsets tell which record is later.
    private static void check(Received<? extends OfVoter> each) {
        if (!each.key().equals(each.data().toolId() + ":" + each.data().voterId())) {
            throw new IllegalArgumentException("the key is not toolId:voterId");
        }
    }
}
