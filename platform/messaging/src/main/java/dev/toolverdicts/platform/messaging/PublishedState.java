package dev.toolverdicts.platform.messaging;

import java.util.Collection;
import java.util.Map;

/// What a service owns and publishes on a compacted topic, so that the auditor can compare the two.
public interface PublishedState {

    /// The topic that must hold the latest state of every key.
    String topic();

    /// The version of every aggregate as the table has it, by the event's key.
    Map<String, Long> versions();

    /// Appends the present state of these aggregates to the outbox again. Runs in a transaction of its own and locks
    /// the
    /// rows as a change would.
    void append(Collection<String> keys);
}
