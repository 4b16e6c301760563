package dev.toolverdicts.newsletter.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Leave to hand over one message: a slot of every limit that it falls under.
record Permit(List<Slot> slots) {

    /// @param heldUntil when it is lost to whoever asks next; names this taking of the slot
    /// @param window for which it stays taken after the message
    record Slot(String scope, int number, Instant heldUntil, Duration window) {}

    Permit {
        slots = List.copyOf(slots);
    }
}
