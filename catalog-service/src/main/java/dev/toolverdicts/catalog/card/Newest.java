package dev.toolverdicts.catalog.card;

import dev.toolverdicts.platform.messaging.Received;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// What of a batch is written.
final class Newest {

    private Newest() {}

    /// The newest state per tool, in tool order: a statement must not touch a row twice, and two
    /// listeners that write the same cards must lock them in one order.
    static <T> Collection<T> of(List<Received<T>> events, Function<T, UUID> tool, ToLongFunction<T> version) {
        var newest = new TreeMap<UUID, T>();
        for (Received<T> event : events) {
            newest.merge(
                    tool.apply(event.data()),
                    event.data(),
                    (old, next) -> version.applyAsLong(next) > version.applyAsLong(old) ? next : old);
        }
        return newest.values();
    }
}
