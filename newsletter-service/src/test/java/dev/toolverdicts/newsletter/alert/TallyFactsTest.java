package dev.toolverdicts.newsletter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyFactsTest {

    private static final UUID TOOL = UUID.fromString("8d3f6c1e-2f0a-4b1e-9a53-0d8f5f1c2b3a");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static TallyFacts tally(long ships, long skips) {
        return new TallyFacts(TOOL, 1, ships, skips, NOON);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "9, 0, 0", "5, 5, 10", "99, 0, 10", "60, 40, 100", "999, 0, 100", "0, 1000, 1000"})
    void milestonesArePowersOfTen(long ships, long skips, long reached) {
        assertThat(tally(ships, skips).milestone()).isEqualTo(reached);
    }

    @Test
    void asManyAsThereMayBeEndToo() {
        assertThat(tally(Long.MAX_VALUE - 1, 1).milestone()).isEqualTo(1_000_000_000_000_000_000L);
    }

    @Test
    void aMilestoneIsTheSameWhicheverTallyShowsIt() {
        Change first = Change.milestone(tally(6, 4), 0, 10);
        Change again = Change.milestone(new TallyFacts(TOOL, 9, 30, 4, NOON.plusSeconds(60)), 0, 10);

        assertThat(first.id())
                .isEqualTo(again.id())
                .isNotEqualTo(Change.milestone(tally(60, 40), 10, 100).id());
        assertThat(first.isOne()).isTrue();
        assertThat(Change.milestone(tally(6, 4), 10, 10).isOne()).isFalse();
        assertThat(Change.milestone(tally(1, 0), 0, 0).isOne()).isFalse();
    }
}
