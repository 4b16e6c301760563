package dev.toolverdicts.newsletter.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoWeekTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T00:00:00Z, 2026-W48",
        "2026-11-29T23:59:59.999999999Z, 2026-W48",
        "2026-11-30T00:00:00Z, 2026-W49",
        "2027-01-03T12:00:00Z, 2026-W53",
        "2027-01-04T00:00:00Z, 2027-W01",
        "2024-12-30T00:00:00Z, 2025-W01",
        "2023-01-01T00:00:00Z, 2022-W52",
    })
    void aMomentBelongsToTheWeekOfItsThursday(Instant moment, String week) {
        assertThat(IsoWeek.of(moment)).hasToString(week);
        assertThat(IsoWeek.parse(week)).contains(IsoWeek.of(moment));
        assertThat(moment)
                .isBetween(IsoWeek.of(moment).start(), IsoWeek.of(moment).end());
    }

    @Test
    void theEndBelongsToTheNextWeek() {
        var week = IsoWeek.parse("2026-W53").orElseThrow();
        assertThat(week.start()).isEqualTo("2026-12-28T00:00:00Z");
        assertThat(week.end()).isEqualTo("2027-01-04T00:00:00Z");
        assertThat(IsoWeek.of(week.end())).hasToString("2027-W01");
        assertThat(week.sunday()).isEqualTo("2027-01-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2026-W00", "2026-W54", "2025-W53", "2026-48", "2026-w48", "26-W48", "2026-W048", "٢٠٢٦-W48"
            })
    void whatIsNoWeekIsNotRead(String name) {
        assertThat(IsoWeek.parse(name)).isEmpty();
    }

    @Test
    void noWeekStartsOnATuesday() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IsoWeek(LocalDate.of(2026, 11, 24)));
    }
}
