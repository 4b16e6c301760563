package dev.toolverdicts.newsletter.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource({
        // The Sunday the clock is put forward: 2:30 is not there and means 3:30.
        "2027-03-28T01:59, Europe/Berlin, 2027-03-28T00:59:00Z",
        "2027-03-28T02:30, Europe/Berlin, 2027-03-28T01:30:00Z",
        "2027-03-28T03:00, Europe/Berlin, 2027-03-28T01:00:00Z",
        "2027-03-14T02:30, America/New_York, 2027-03-14T07:30:00Z",
        // The Sunday it is put back: 2:30 is there twice and means the first.
        "2026-10-25T01:59, Europe/Berlin, 2026-10-24T23:59:00Z",
        "2026-10-25T02:30, Europe/Berlin, 2026-10-25T00:30:00Z",
        "2026-10-25T03:00, Europe/Berlin, 2026-10-25T02:00:00Z",
        "2026-11-01T01:30, America/New_York, 2026-11-01T05:30:00Z",
        "2026-11-29T09:00, UTC, 2026-11-29T09:00:00Z"
    })
    void aLocalTimeIsExactlyOneMoment(String local, String zone, Instant moment) {
        assertThat(Schedule.of(local, zone).orElseThrow().at()).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-28, Europe/Berlin", "2026-10-25, Europe/Berlin", "2027-04-04, Australia/Lord_Howe"})
    void everyMinuteOfASundayWithAChangeIsOneMomentAndNoneIsLost(String day, String zone) {
        var start = LocalDateTime.parse(day + "T00:00");
        Instant last = Instant.MIN;
        for (int minute = 0; minute < 24 * 60; minute++) {
            Instant at = Schedule.of(start.plusMinutes(minute).toString(), zone)
                    .orElseThrow()
                    .at();
            Instant again = Schedule.of(start.plusMinutes(minute).toString(), zone)
                    .orElseThrow()
                    .at();
            assertThat(at).isEqualTo(again);
            assertThat(at.atZone(java.time.ZoneId.of(zone)).toLocalDate()).hasToString(day);
            last = at.isAfter(last) ? at : last;
        }
        assertThat(last.atZone(java.time.ZoneId.of(zone)).toLocalTime()).hasToString("23:59");
    }

    @Test
    void whatIsNoTimeOrNoZoneIsNone() {
        assertThat(Schedule.of("2026-02-30T09:00", "Europe/Berlin")).isEmpty();
        assertThat(Schedule.of("2026-11-29T09:00", "Europe/Nowhere")).isEmpty();
        assertThat(Schedule.of("2026-11-29T09:00", "")).isEmpty();
        assertThat(Schedule.of("2026-11-29", "UTC")).isEmpty();
    }
}
