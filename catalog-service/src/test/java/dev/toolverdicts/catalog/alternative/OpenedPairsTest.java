package dev.toolverdicts.catalog.alternative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.alternative.OpenedPairs.Pair;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OpenedPairsTest {

    private final OpenedPairs opened = new OpenedPairs();

    @Test
    void aPairCountsOnceHoweverOftenItIsOpened() {
        opened.opened("a", "b");
        opened.opened("a", "b");
        opened.opened("a", "c");

        assertThat(opened.take()).containsExactlyInAnyOrder(new Pair("a", "b"), new Pair("a", "c"));
        assertThat(opened.take()).isEmpty();
    }

    @Test
    void morePairsThanPeopleOpenAreNotKept() {
        for (int i = 0; i < 6_000; i++) {
            opened.opened("a", "b" + i);
        }

        assertThat(opened.take()).hasSize(5_000);
        opened.opened("a", "b");
        assertThat(opened.take()).hasSize(1);
    }

    @Test
    void threeMonthsCount() {
        Instant inJanuary = Instant.parse("2027-01-31T23:59:59Z");

        assertThat(OpenedPairs.month(inJanuary)).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(OpenedPairs.since(inJanuary)).isEqualTo(LocalDate.of(2026, 11, 1));
    }
}
