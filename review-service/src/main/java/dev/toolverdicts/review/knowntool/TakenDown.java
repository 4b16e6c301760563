package dev.toolverdicts.review.knowntool;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// That a tool is shown to nobody, as its event carries it.
///
/// @param reason why, in words that everybody may read
public record TakenDown(String reason, Instant since) {

    public TakenDown {
        requireNonNull(reason, "reason");
        requireNonNull(since, "since");
    }
}
