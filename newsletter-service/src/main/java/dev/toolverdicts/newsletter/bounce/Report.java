package dev.toolverdicts.newsletter.bounce;

import dev.toolverdicts.newsletter.mail.Origin;
import java.util.Optional;

/// A message that came back, understood as far as it can be.
///
/// @param origin the mail it is about; empty when no sealed address names one
/// @param status enhanced status code, or empty
/// @param digest of the bytes: the same report again counts once
record Report(ReportKind kind, Optional<Origin> origin, String status, String digest) {

    /// Whether it may have consequences without a person's word.
    boolean isCertain() {
        return kind != ReportKind.UNKNOWN && origin.isPresent();
    }
}
