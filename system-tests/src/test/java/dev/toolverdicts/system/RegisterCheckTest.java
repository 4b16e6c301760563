package dev.toolverdicts.system;

import static dev.toolverdicts.system.Choice.NONE;
import static dev.toolverdicts.system.Choice.SHIP;
import static dev.toolverdicts.system.Choice.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.system.RegisterCheck.Attempt;
import dev.toolverdicts.system.RegisterCheck.Stored;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A checker that was never seen failing proves nothing.
class RegisterCheckTest {

    private static final Ballot ADA = new Ballot("ada", "tool");
    private static final Ballot BOB = new Ballot("bob", "tool");

    @Test
    void theLastAcknowledgedChoiceMayStand() {
        assertThat(afterwards(SKIP, acknowledged(SHIP), acknowledged(SKIP))).isEmpty();
        assertThat(afterwards(NONE, acknowledged(SHIP), acknowledged(NONE))).isEmpty();
    }

    @Test
    void aLaterUnansweredChoiceMayStandOrNot() {
        assertThat(afterwards(SHIP, acknowledged(SHIP), unanswered(SKIP))).isEmpty();
        assertThat(afterwards(SKIP, acknowledged(SHIP), unanswered(SKIP))).isEmpty();
        assertThat(afterwards(SKIP, acknowledged(SHIP), unanswered(SKIP), unanswered(NONE)))
                .isEmpty();
        assertThat(afterwards(NONE, unanswered(SHIP))).isEmpty();
    }

    @Test
    void aVoteThatIsGoneIsLost() {
        assertThat(afterwards(NONE, acknowledged(SHIP)))
                .singleElement()
                .asString()
                .contains("ada on tool")
                .contains("lost");
        assertThat(afterwards(NONE, unanswered(SKIP), acknowledged(SHIP), unanswered(SKIP)))
                .singleElement()
                .asString()
                .contains("lost");
    }

    @Test
    void aChoiceFromBeforeTheLastAcknowledgedOneIsStale() {
        assertThat(afterwards(SHIP, acknowledged(SHIP), acknowledged(SKIP)))
                .singleElement()
                .asString()
                .contains("stale");
        assertThat(afterwards(SHIP, unanswered(SHIP), acknowledged(NONE)))
                .singleElement()
                .asString()
                .contains("stale");
        assertThat(afterwards(NONE, acknowledged(NONE), acknowledged(SHIP)))
                .singleElement()
                .asString()
                .contains("stale");
    }

    @Test
    void aChoiceNobodySentIsFound() {
        assertThat(afterwards(SKIP, acknowledged(SHIP)))
                .singleElement()
                .asString()
                .contains("never sent");
        assertThat(RegisterCheck.violations(Map.of(), stored(Map.of(BOB, SHIP), 1, 0, 1, 0)))
                .singleElement()
                .asString()
                .contains("never sent");
    }

    @Test
    void aVoteThatCountsTwiceOrNotAtAllIsFound() {
        Map<Ballot, List<Attempt>> sent = Map.of(ADA, List.of(acknowledged(SHIP)), BOB, List.of(acknowledged(SKIP)));
        Map<Ballot, Choice> choices = Map.of(ADA, SHIP, BOB, SKIP);

        assertThat(RegisterCheck.violations(sent, stored(choices, 1, 1, 1, 1))).isEmpty();
        assertThat(RegisterCheck.violations(sent, stored(choices, 2, 1, 2, 1)))
                .singleElement()
                .asString()
                .contains("its tally");
        assertThat(RegisterCheck.violations(sent, stored(choices, 1, 0, 1, 0)))
                .singleElement()
                .asString()
                .contains("its tally");
        assertThat(RegisterCheck.violations(sent, new Stored(choices, Map.of(), Map.of())))
                .singleElement()
                .asString()
                .contains("its tally is null");
    }

    @Test
    void aCardThatIsBehindItsTallyIsFound() {
        Map<Ballot, List<Attempt>> sent = Map.of(ADA, List.of(acknowledged(SHIP)));

        assertThat(RegisterCheck.violations(sent, stored(Map.of(ADA, SHIP), 1, 0, 0, 1)))
                .singleElement()
                .asString()
                .contains("its card");
    }

    private static List<String> afterwards(Choice found, Attempt... attempts) {
        Counts counts = Counts.of(List.of(found));
        return RegisterCheck.violations(
                Map.of(ADA, List.of(attempts)),
                stored(Map.of(ADA, found), counts.ships(), counts.skips(), counts.ships(), counts.skips()));
    }

    private static Stored stored(
            Map<Ballot, Choice> choices, long ships, long skips, long shipsOnCard, long skipsOnCard) {
        return new Stored(
                choices,
                Map.of("tool", new Counts(ships, skips)),
                Map.of("tool", new Counts(shipsOnCard, skipsOnCard)));
    }

    private static Attempt acknowledged(Choice choice) {
        return new Attempt(choice, true);
    }

    private static Attempt unanswered(Choice choice) {
        return new Attempt(choice, false);
    }
}
