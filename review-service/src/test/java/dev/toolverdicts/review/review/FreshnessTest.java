package dev.toolverdicts.review.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 2026-06-30T23:59:59Z",
                "2025-12-31, 2026-06-30T23:59:59Z",
                "2026-01-01, 2026-06-30T23:59:59Z",
                "2026-01-02, 2026-01-02T00:00:00Z",
                "2026-06-30, 2026-06-30T00:00:00Z",
                "2026-07-01, 2026-06-30T23:59:59Z"
            })
    void aReviewIsDueWithTheNextReleaseAndAfterHalfAYearAtTheLatest(@Nullable LocalDate releasedOn, Instant due) {
        assertThat(Freshness.dueAt(Instant.parse("2026-01-01T23:59:59Z"), releasedOn))
                .isEqualTo(due);
    }
}
