package dev.toolverdicts.platform.messaging;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// What of a batch of states is written.
public final class Newest {

    private Newest() {}

    /// The newest state of each key, in the order of keys: a statement must not touch a row twice, and
    /// two listeners that write the same rows must lock them in one order.
    ///
    /// @param key what the rows are told apart by
    /// @param version of two states with the same one the first is kept
    public static <K extends Comparable<K>, T> Collection<T> of(
            List<Received<T>> received, Function<T, K> key, ToLongFunction<T> version) {
        var newest = new TreeMap<K, T>();
        for (Received<T> each : received) {
            newest.merge(
                    key.apply(each.data()),
                    each.data(),
                    (old, next) -> version.applyAsLong(next) > version.applyAsLong(old) ? next : old);
        }
        return newest.values();
    }
}
