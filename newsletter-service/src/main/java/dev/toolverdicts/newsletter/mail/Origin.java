package dev.toolverdicts.newsletter.mail;

import java.util.UUID;

/// Which mail a sealed address names.
public sealed interface Origin {

    /// One that has a row in the ledger.
    ///
    /// @param number of the row
    record Row(long number) implements Origin {}

    /// Any of those that a subscriber gets until further notice: no table has a row of each.
    record Standing(UUID subscriberId) implements Origin {}
}
