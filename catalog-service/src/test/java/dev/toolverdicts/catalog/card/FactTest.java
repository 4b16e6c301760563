package dev.toolverdicts.catalog.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactTest {

    private static final Instant SEEN = Instant.parse("2026-08-01T08:30:00Z");
    private static final FactState STATE =
            new FactState("https://sample.example", SEEN.minus(Duration.ofDays(400)), SEEN, "editor");

    @ParameterizedTest
    @CsvSource({
        "-1, 0, false, false",
        "0, 0, false, false",
        "30, 0, false, false",
        "30, 1, true, false",
        "90, 0, true, false",
        "90, 1, true, true",
        "900, 0, true, true"
    })
    void afterThirtyDaysItIsToBeCheckedAndAfterNinetyNothingFollowsFromIt(
            long days, long more, boolean check, boolean outdated) {
        Fact fact = Fact.of(STATE, SEEN.plus(Duration.ofDays(days)).plusMillis(more));

        assertThat(fact.check()).isEqualTo(check);
        assertThat(fact.outdated()).isEqualTo(outdated);
        assertThat(fact.staleness()).isEqualTo((check ? 1 : 0) + (outdated ? 1 : 0));
        assertThat(fact.sourceUrl()).isEqualTo("https://sample.example");
        assertThat(fact.verifiedAt()).isEqualTo(SEEN);
    }

    @Test
    void onlyWhatWasSeenLastCounts() {
        assertThat(Fact.of(STATE, SEEN).check()).isFalse();
    }
}
