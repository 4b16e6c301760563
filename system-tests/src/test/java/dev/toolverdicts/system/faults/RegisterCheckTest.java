package dev.toolverdicts.system.faults;

import static dev.toolverdicts.system.Choice.NONE;
import static dev.toolverdicts.system.Choice.SHIP;
import static dev.toolverdicts.system.Choice.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A checker that was never seen failing proves nothing.
class RegisterCheckTest {

    private final Past past = new Past();

    @Test
    void theLastAcknowledgedChoiceMayStand() {
        past.acked("ada", SHIP, 3).acked("ada", SKIP, 7).stored("ada", SKIP, 7);
        past.acked("bob", SHIP, 4).acked("bob", NONE, 9).stored("bob", NONE, 9);

        assertThat(past.violations()).isEmpty();
    }

    @Test
    void aChoiceWithoutAnAnswerMayStandOrNot() {
        past.acked("ada", SHIP, 3).unknown("ada", SKIP).stored("ada", SHIP, 3);
        past.acked("bob", SHIP, 4).unknown("bob", SKIP).logged("bob", SKIP, 9).stored("bob", SKIP, 9);

        assertThat(past.violations()).isEmpty();
    }

    @Test
    void whatWasSentBeforeAndCameLaterMayStand() {
        past.unknown("ada", SKIP).acked("ada", SHIP, 3).logged("ada", SKIP, 5).stored("ada", SKIP, 5);

        assertThat(past.violations()).isEmpty();
    }

    @Test
    void aVoterWhoNeverHadAnAnswerMayBeStored() {
        past.acked("bob", SHIP, 1).stored("bob", SHIP, 1);
        past.unknown("ada", SHIP).logged("ada", SHIP, 5).stored("ada", SHIP, 5);

        assertThat(past.violations()).isEmpty();
    }

    @Test
    void anAcknowledgedVoteThatIsNotInTheLogIsLost() {
        past.ackedOnly("ada", SHIP, 3).acked("ada", SHIP, 4).stored("ada", SHIP, 4);

        assertThat(past.violations()).singleElement().asString().contains("ada on tool", "at 0:3", "lost");
    }

    @Test
    void anotherVoteInThePlaceOfAReceiptIsFound() {
        past.ackedOnly("ada", SHIP, 3).logged("ada", SKIP, 3).stored("ada", SKIP, 3);

        assertThat(past.violations()).anySatisfy(it -> assertThat(it.words()).contains("another vote"));
    }

    @Test
    void anAcknowledgedVoteWithoutARowIsLost() {
        past.acked("ada", SHIP, 3);

        assertThat(past.violations()).singleElement().asString().contains("no row", "lost");
    }

    @Test
    void aChoiceFromBeforeTheLastAcknowledgedOneIsStale() {
        past.acked("ada", SHIP, 3).acked("ada", SKIP, 7).stored("ada", SHIP, 3);

        assertThat(past.violations()).singleElement().asString().contains("stale");
    }

    @Test
    void aWithdrawnVoteThatIsBackIsStale() {
        past.acked("ada", SHIP, 3).acked("ada", NONE, 7).stored("ada", SHIP, 3);

        assertThat(past.violations()).singleElement().asString().contains("stale");
    }

    @Test
    void whatIsStoredIsTheNewestOfTheLog() {
        past.acked("ada", SHIP, 3).unknown("ada", SKIP).logged("ada", SKIP, 8).stored("ada", SHIP, 3);

        assertThat(past.violations()).singleElement().asString().contains("the newest in the log");
    }

    @Test
    void aChoiceNobodySentIsFound() {
        past.acked("ada", SHIP, 3).logged("ada", SKIP, 8).stored("ada", SKIP, 8);

        assertThat(past.violations()).anySatisfy(it -> assertThat(it.words()).contains("never sent"));
    }

    @Test
    void aRefusedChoiceThatIsStoredIsFound() {
        past.acked("ada", SHIP, 3).refused("ada", SKIP).logged("ada", SKIP, 8).stored("ada", SKIP, 8);

        assertThat(past.violations()).anySatisfy(it -> assertThat(it.words()).contains("never sent"));
    }

    @Test
    void aVoteOfNobodyIsFound() {
        past.acked("ada", SHIP, 3)
                .stored("ada", SHIP, 3)
                .logged("mallory", SHIP, 5)
                .stored("mallory", SHIP, 5);

        assertThat(past.violations()).singleElement().asString().contains("strangers");
    }

    @Test
    void aReceiptThatTwoVotersHaveIsFound() {
        past.acked("ada", SHIP, 3).stored("ada", SHIP, 3).ackedOnly("bob", SHIP, 3);

        assertThat(past.violations()).anySatisfy(it -> assertThat(it.words()).contains("bob", "another vote"));
    }

    @Test
    void aReceiptThatWasGivenTwiceIsFound() {
        past.acked("ada", SHIP, 3).ackedOnly("ada", SHIP, 3).stored("ada", SHIP, 3);

        assertThat(past.violations()).anySatisfy(it -> assertThat(it.words()).contains("out of order"));
    }

    @Test
    void whatIsWrongIsToldByKind() {
        past.acked("ada", SHIP, 3).stored("ada", SHIP, 3);

        assertThat(past.tally(2, 0, 0, 0).violations())
                .singleElement()
                .extracting(Violation::kind)
                .isEqualTo(Violation.Kind.DOUBLE);
        assertThat(past.tally(0, 0, 0, 0).violations())
                .singleElement()
                .extracting(Violation::kind)
                .isEqualTo(Violation.Kind.LOST);
        assertThat(past.tally(0, 1, 0, 0).violations())
                .singleElement()
                .extracting(Violation::kind)
                .isEqualTo(Violation.Kind.OTHER);
    }

    @Test
    void aVoteThatIsStoredTwiceIsFound() {
        past.acked("ada", SHIP, 3).stored("ada", SHIP, 3).stored("ada", SHIP, 3);

        assertThat(past.violations()).singleElement().asString().contains("stored 2 times");
    }

    @Test
    void receiptsGoOnlyForward() {
        past.acked("ada", SHIP, 7).acked("ada", SKIP, 3).stored("ada", SHIP, 7);

        assertThat(past.violations()).anySatisfy(it -> assertThat(it.words()).contains("out of order"));
    }

    @Test
    void aVoteThatCountsTwiceOrNotAtAllIsFound() {
        past.acked("ada", SHIP, 3).stored("ada", SHIP, 3);

        assertThat(past.tally(2, 0, 0, 0).violations())
                .singleElement()
                .asString()
                .contains("its tally");
        assertThat(past.tally(0, 0, 0, 0).violations())
                .singleElement()
                .asString()
                .contains("its tally");
        assertThat(past.tally(1, 0, 0, 0).violations()).isEmpty();
    }

    @Test
    void heldAndDiscardedVotesAreCountedApart() {
        past.acked("ada", SHIP, 3).stored("ada", SHIP, 3, "held");
        past.acked("bob", SKIP, 4).stored("bob", SKIP, 4, "discarded");
        past.acked("eve", NONE, 5).stored("eve", NONE, 5, "held");

        assertThat(past.violations()).isEmpty();
        assertThat(past.tally(1, 0, 0, 1).violations())
                .singleElement()
                .asString()
                .contains("its tally");
        assertThat(past.tally(0, 0, 2, 1).violations())
                .singleElement()
                .asString()
                .contains("its tally");
    }

    @Test
    void whatIsShownIsTheTally() {
        past.acked("ada", SHIP, 3).stored("ada", SHIP, 3);

        assertThat(past.shown(0, 1).violations())
                .anySatisfy(it -> assertThat(it.words()).contains("its shown tally"));
    }

    @Test
    void aCardThatIsBehindItsTallyIsFound() {
        past.acked("ada", SHIP, 3).stored("ada", SHIP, 3);

        assertThat(past.card(0, 0).violations()).singleElement().asString().contains("its card");
    }

    @Test
    void aVoterWhoIsToldAnotherChoiceIsFound() {
        past.acked("ada", SHIP, 3).stored("ada", SHIP, 3).told("ada", SKIP);

        assertThat(past.violations()).singleElement().asString().contains("is told SKIP");
    }
}
