package dev.toolverdicts.vote.fraud;

import static dev.toolverdicts.vote.fraud.RulesOnVotes.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Votes that are counted when the minutes they were cast in are long over, as after an outage.
class LateVotesIT {

    private static final Instant BEFORE = NOW.minus(Duration.ofMinutes(45));
    private static final Instant RUSH = NOW.minus(Duration.ofMinutes(33));

    private RulesOnVotes on;

    /// Everything was counted and judged until then; the crowd's votes come after it.
    @BeforeEach
    void anOutage() {
        on = new RulesOnVotes();
        on.look(BEFORE, BEFORE);
    }

    private void crowd() {
        on.cast(10, vote -> vote.from("crowd").castAt(RUSH.plusSeconds(vote.voter())));
    }

    @Test
    void areJudgedAsSoonAsNothingIsMissing() {
        crowd();
        on.look(NOW, BEFORE);
        assertThat(on.decisions.made()).isEmpty();
        on.look(NOW.plusSeconds(5), NOW.minusSeconds(10));
        assertThat(on.decisions.made()).hasSize(10).allMatch(it -> it.endsWith(":shared_network"));
        on.look(NOW.plusSeconds(10), NOW);
        assertThat(on.decisions.made()).hasSize(10);
    }

    @Test
    void areJudgedAlsoWhenTheyCameInTwoPartsOfWhichNeitherIsACrowd() {
        on.cast(6, vote -> vote.from("crowd").castAt(RUSH));
        on.look(NOW, BEFORE);
        crowd();
        on.look(NOW.plusSeconds(5), NOW);
        assertThat(on.decisions.made()).hasSize(10);
    }

    @Test
    void thatWereSpreadFurtherThanAWindowAreFine() {
        on.cast(10, vote -> vote.from("crowd").castAt(RUSH.plus(Duration.ofMinutes(2 * vote.voter()))));
        on.look(NOW, NOW);
        assertThat(on.decisions.made()).isEmpty();
    }

    @Test
    void raiseNoFlagForABurstThatIsOver() {
        on.cast(30, vote -> vote.castAt(RUSH));
        on.look(NOW, NOW);
        assertThat(on.flagged()).isFalse();
    }

    @Test
    void whatIsTooLongAgoIsLeftAlone() {
        Instant later = NOW.plus(Duration.ofHours(3));
        crowd();
        on.look(later, later);
        assertThat(on.decisions.made()).isEmpty();
    }
}
