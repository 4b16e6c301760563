package dev.toolverdicts.newsletter.imports;

import dev.toolverdicts.newsletter.subscriber.Subscription;

/// A row of a file, at the line it begins in.
sealed interface Line {

    record Wish(long number, Subscription subscription) implements Line {}

    /// @param column by its name in the header; empty for the row as a whole
    /// @param detail what to change; never what stands there
    record Fault(long number, String column, String detail) implements Line {}
}
