package dev.toolverdicts.newsletter.bounce;

import java.util.OptionalLong;

/// A message that came back, understood as far as it can be.
///
/// @param delivery number of the row it is about; empty when no sealed address names one
/// @param status enhanced status code, or empty
/// @param digest of the bytes: the same report again counts once
record Report(ReportKind kind, OptionalLong delivery, String status, String digest) {

    /// Whether it may have consequences without a person's word.
    boolean isCertain() {
        return kind != ReportKind.UNKNOWN && delivery.isPresent();
    }
}
