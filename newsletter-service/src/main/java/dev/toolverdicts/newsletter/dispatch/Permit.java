package dev.toolverdicts.newsletter.dispatch;

import java.time.Duration;
import java.util.List;

/// Leave to hand over one message: a slot of every limit that it falls under.
record Permit(List<Slot> slots) {

    /// @param window for which the slot stays taken after the message
    record Slot(String scope, int number, Duration window) {}

    Permit {
        slots = List.copyOf(slots);
    }
}
