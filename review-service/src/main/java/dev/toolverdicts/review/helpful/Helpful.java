package dev.toolverdicts.review.helpful;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What readers say of the present text of a review.
///
/// @param helpful the asking voter's own answer, null for none
/// @param yes how many say that it was
/// @param no how many say that it was not
public record Helpful(@Nullable Answer helpful, int yes, int no, Instant asOf) {

    /// The same without anybody's own answer.
    public Helpful ofNobody() {
        return new Helpful(null, yes, no, asOf);
    }
}
