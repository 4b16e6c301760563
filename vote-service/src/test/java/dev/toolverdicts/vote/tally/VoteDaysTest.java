package dev.toolverdicts.vote.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VoteDaysTest {

    private static Why.OfDay day(int number, long ships, long skips) {
        return new Why.OfDay(LocalDate.parse("2026-11-01").plusDays(number - 1L), ships, skips, 0, 0);
    }

    private static long bars(String picture) {
        return Pattern.compile("<line x1=\"[0-9.]+%\" y1=\"36\"")
                .matcher(picture)
                .results()
                .count();
    }

    @Test
    void lessThanTwoDaysAreNoPicture() {
        assertThat(VoteDays.picture(List.of())).isEmpty();
        assertThat(VoteDays.picture(List.of(day(1, 3, 1)))).isEmpty();
        assertThat(VoteDays.picture(List.of(day(1, 3, 1), new Why.OfDay(LocalDate.parse("2026-11-02"), 0, 0, 4, 1))))
                .isEmpty();
    }

    @Test
    void whoShipsStandsUpAndWhoDoesNotDown() {
        String picture = VoteDays.picture(List.of(day(1, 4, 2), day(2, 1, 0), day(5, 0, 4)));

        assertThat(picture)
                .contains("<line x1=\"3.00%\" y1=\"36\" x2=\"3.00%\" y2=\"4.0\"/>")
                .contains("<line x1=\"3.00%\" y1=\"36\" x2=\"3.00%\" y2=\"52.0\"/>")
                .contains("<line x1=\"26.50%\" y1=\"36\" x2=\"26.50%\" y2=\"28.0\"/>")
                .contains("<line x1=\"97.00%\" y1=\"36\" x2=\"97.00%\" y2=\"68.0\"/>")
                .contains("<desc id=\"days-summary\">From 2026-11-01 to 2026-11-05, up: ship, down: skip."
                        + " Most on 2026-11-01: 4 ship, 2 skip.</desc>")
                .contains("role=\"img\" aria-labelledby=\"days-title days-summary\"")
                .doesNotContain("NaN", "style=");
        assertThat(bars(picture)).isEqualTo(4);
    }

    @Test
    void aMillionVotesStayInThePicture() {
        String picture = VoteDays.picture(IntStream.rangeClosed(1, 30)
                .mapToObj(number -> day(number, 1_000_000, 1))
                .toList());

        assertThat(bars(picture)).isEqualTo(60);
        assertThat(picture)
                .contains("Most on 2026-11-01: 1,000,000 ship, 1 skip.")
                .doesNotContain("y2=\"-");
    }
}
