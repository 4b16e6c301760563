package dev.toolverdicts.vote.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastWhysTest {

    private static final Instant MONDAY = Instant.parse("2026-11-30T09:00:00Z");

    private final LastWhys last = new LastWhys(Clock.fixed(MONDAY, ZoneOffset.UTC));

    private static Why why(int days) {
        LocalDate first = LocalDate.of(2026, 1, 1);
        return new Why(
                new Why.Sums(days, 0, 0, 0),
                List.of(),
                IntStream.range(0, days)
                        .mapToObj(day -> new Why.OfDay(first.plusDays(day), 1, 0, 0, 0))
                        .toList(),
                List.of(),
                MONDAY);
    }

    private static UUID tool(int number) {
        return new UUID(0, number);
    }

    @Test
    void whatWasSaidIsSaidAgainWithItsTime() {
        assertThat(last.show(tool(1))).isEmpty();
        assertThat(last.shown()).isZero();

        last.keep(tool(1), why(3));

        assertThat(last.show(tool(1))).contains(new LastWhys.Kept(why(3), MONDAY));
        assertThat(last.shown()).isEqualTo(1);
    }

    @Test
    void onlyTheDaysOfThePageAreKept() {
        last.keep(tool(1), why(200));

        Why kept = last.show(tool(1)).orElseThrow().why();

        assertThat(kept.days()).hasSize(WhyPage.DAYS + 1);
        assertThat(kept.days().getLast()).isEqualTo(why(200).days().getLast());
        assertThat(kept.total().ships()).isEqualTo(200);
    }

    @Test
    void whatNobodyAskedForTheLongestIsForgotten() {
        for (int number = 0; number < 1_000; number++) {
            last.keep(tool(number), why(1));
        }
        assertThat(last.show(tool(0))).isPresent();

        last.keep(tool(1_000), why(1));

        assertThat(last.show(tool(0))).isPresent();
        assertThat(last.show(tool(1))).isEmpty();
        assertThat(last.show(tool(1_000))).isPresent();
    }
}
