package dev.toolverdicts.system.faults;

import static dev.toolverdicts.system.Choice.NONE;
import static dev.toolverdicts.system.Choice.SHIP;
import static dev.toolverdicts.system.Choice.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Choices that come back are seen, and those that may are not blamed.
class OriginsTest {

    private final Past past = new Past();

    @Test
    void anAttemptThatWasRepeatedMayBeInTheLogTwice() {
        past.acked("ada", SHIP, 3).logged("ada", SHIP, 4).acked("ada", SKIP, 7).stored("ada", SKIP, 7);
        past.logged("bob", SHIP, 5).acked("bob", SHIP, 6).stored("bob", SHIP, 6);

        assertThat(past.violations()).isEmpty();
    }

    @Test
    void anAcknowledgedChoiceThatComesBackAfterALaterOneIsFound() {
        past.acked("ada", SHIP, 3).acked("ada", SKIP, 7).logged("ada", SHIP, 9).stored("ada", SHIP, 9);

        assertThat(past.violations()).singleElement().satisfies(it -> {
            assertThat(it.words()).contains("SHIP at 0:9", "came back");
            assertThat(it.kind()).isEqualTo(Violation.Kind.LOST);
        });
    }

    @Test
    void aWithdrawnVoteThatComesBackIsFound() {
        past.acked("ada", SHIP, 3).acked("ada", NONE, 7).logged("ada", SHIP, 9).stored("ada", SHIP, 9);

        assertThat(past.violations()).singleElement().asString().contains("came back");
    }

    @Test
    void aChoiceWithoutAnAnswerExplainsNothingBeforeItWasSent() {
        past.acked("ada", SHIP, 3).acked("ada", SKIP, 7).logged("ada", NONE, 5).unknown("ada", NONE);
        past.stored("ada", SKIP, 7);

        assertThat(past.violations()).singleElement().asString().contains("NONE at 0:5");
    }
}
