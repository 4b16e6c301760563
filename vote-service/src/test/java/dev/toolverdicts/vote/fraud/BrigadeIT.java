package dev.toolverdicts.vote.fraud;

import static dev.toolverdicts.vote.fraud.RulesOnVotes.NOW;
import static dev.toolverdicts.vote.fraud.RulesOnVotes.TOOL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Bursts against a tool's own past, and the flag they raise.
class BrigadeIT {

    private RulesOnVotes on;

    @BeforeEach
    void aToolWithATally() {
        on = new RulesOnVotes();
        on.jdbc
                .sql("INSERT INTO tallies (tool_id, ships, skips, version, updated_at) VALUES (?, 12, 0, 5, now())")
                .param(TOOL)
                .update();
    }

    private void past(int days, long votesADay) {
        for (int day = 1; day <= days; day++) {
            on.jdbc
                    .sql("INSERT INTO tally_days VALUES (?, ?, 'device', ?, 0, 0, 0)")
                    .params(TOOL, LocalDate.parse("2026-11-24").minusDays(day), votesADay)
                    .update();
        }
    }

    private long version() {
        return on.jdbc.sql("SELECT version FROM tallies").query(Long.class).single();
    }

    @Test
    void aBurstOnAQuietToolRaisesTheFlagAndPublishesTheTallyOnce() {
        on.cast(12, vote -> vote);
        on.look();
        assertThat(on.flagged()).isTrue();
        assertThat(version()).isEqualTo(6);
        on.look();
        assertThat(version()).isEqualTo(6);
        assertThat(on.decisions.made()).isEmpty();
    }

    @Test
    void theFlagComesDownWhenTheBurstIsOver() {
        on.cast(12, vote -> vote);
        on.look();
        on.look(NOW.plus(Duration.ofMinutes(29)));
        assertThat(on.flagged()).isTrue();
        on.look(NOW.plus(Duration.ofMinutes(30)));
        assertThat(on.flagged()).isFalse();
        assertThat(version()).isEqualTo(7);
    }

    @Test
    void fewVotersAreNoBurstHoweverQuietTheToolWas() {
        on.cast(12, vote -> vote.castAt(NOW.minus(Duration.ofMinutes(6))));
        on.cast(11, vote -> vote);
        on.look();
        assertThat(on.flagged()).isFalse();
    }

    @Test
    void whatIsUsualForAToolIsNoBurst() {
        // 1,440 votes a day are five in five minutes; three times that is more than twelve.
        past(7, 1_440);
        on.cast(12, vote -> vote);
        on.look();
        assertThat(on.flagged()).isFalse();
    }

    @Test
    void twoLoudDaysDoNotMakeALoudTool() {
        past(2, 1_000_000);
        on.cast(12, vote -> vote);
        on.look();
        assertThat(on.flagged()).isTrue();
    }

    @Test
    void theFlagComesDownAlsoWhenTheRulesAreSwitchedOff() {
        on.cast(12, vote -> vote);
        on.look();
        on.scan(RulesOnVotes.settings(false), NOW.plus(Duration.ofHours(1))).lookIfNeeded();
        assertThat(on.flagged()).isFalse();
    }
}
