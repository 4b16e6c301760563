package dev.toolverdicts.vote.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-11-24, day:2026-11-24, 2026-11-24, 2026-11-25",
        "WEEK, 2026-11-24, week:2026-W48, 2026-11-23, 2026-11-30",
        "WEEK, 2027-01-03, week:2026-W53, 2026-12-28, 2027-01-04",
        "WEEK, 2024-12-30, week:2025-W01, 2024-12-30, 2025-01-06",
        "MONTH, 2026-11-24, month:2026-11, 2026-11-01, 2026-12-01",
        "MONTH, 2028-02-29, month:2028-02, 2028-02-01, 2028-03-01",
    })
    void aDayBelongsToItsWindowOfUtc(Period period, LocalDate day, String key, LocalDate from, LocalDate to) {
        Window window = Window.of(period, day);
        assertThat(window.boardKey()).isEqualTo(key);
        assertThat(window.from()).isEqualTo(from);
        assertThat(window.to()).isEqualTo(to);
        assertThat(Window.of(period, from)).isEqualTo(window);
    }

    @Test
    void itIsOverWithItsLastMoment() {
        Window day = Window.of(Period.DAY, LocalDate.parse("2026-11-24"));
        assertThat(day.isOver(Instant.parse("2026-11-24T23:59:59.999Z"))).isFalse();
        assertThat(day.isOver(Instant.parse("2026-11-25T00:00:00Z"))).isTrue();
        assertThat(Window.all(Period.ALL).isOver(Instant.parse("2099-01-01T00:00:00Z")))
                .isFalse();
    }
}
