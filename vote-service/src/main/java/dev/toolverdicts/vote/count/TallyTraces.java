package dev.toolverdicts.vote.count;

import dev.toolverdicts.platform.messaging.Inbox;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which trace the next state of a tally belongs to: that of the last traced vote which changed it.
/// Tallies are published by another thread than votes are counted by, and a little later.
final class TallyTraces {

    private final Map<UUID, String> parents = new ConcurrentHashMap<>();

    /// Called where votes are counted.
    ///
    /// @param tell says which tallies have changed; nobody forgets between the one and the other
    void noteThoseOfThisBatch(Runnable tell) {
        note(Inbox.traceparents(), tell);
    }

    synchronized void note(Map<String, String> batch, Runnable tell) {
        batch.forEach(this::noteOne);
        tell.run();
    }

    private void noteOne(String key, String parent) {
        try {
            parents.put(UUID.fromString(key.substring(0, Math.max(0, key.indexOf(':')))), parent);
        } catch (IllegalArgumentException _) {
            // The key of a dead letter may be anything.
        }
    }

    @Nullable
    String take(UUID tool) {
        return parents.remove(tool);
    }

    /// Of a tally that another copy has published nothing goes on here.
    synchronized void forgetAllBut(Collection<UUID> tools) {
        parents.keySet().retainAll(tools);
    }
}
