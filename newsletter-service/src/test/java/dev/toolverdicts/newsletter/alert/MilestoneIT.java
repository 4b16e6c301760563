package dev.toolverdicts.newsletter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Tallies come by the thousand, steps hardly ever.
class MilestoneIT extends AlertInfrastructure {

    @Autowired
    MilestoneRepository milestones;

    private Optional<Change> tally(long votes, long version) {
        return milestones.save(new TallyFacts(tool, version, votes, 0, Instant.parse("2026-11-24T12:30:00Z")));
    }

    /// By whom the row was written and locked, too.
    private List<String> rows() {
        return jdbc.sql("SELECT concat_ws(' ', reached, xmin::text, xmax::text) FROM alert_milestone WHERE tool_id ="
                        + " :tool")
                .param("tool", tool)
                .query(String.class)
                .list();
    }

    @Test
    void onlyATallyThatTakesAStepIsWritten() {
        assertThat(tally(9, 1)).isEmpty();
        assertThat(rows()).isEmpty();

        assertThat(tally(12, 2)).hasValueSatisfying(step -> {
            assertThat(step.from()).isNull();
            assertThat(step.to()).isEqualTo("10");
        });
        List<String> written = rows();
        assertThat(written).singleElement().asString().startsWith("10 ");

        assertThat(tally(99, 3)).isEmpty();
        assertThat(tally(5, 4)).isEmpty();
        assertThat(tally(12, 5)).isEmpty();
        assertThat(rows()).isEqualTo(written);

        assertThat(tally(100, 6)).hasValueSatisfying(step -> {
            assertThat(step.from()).isEqualTo("10");
            assertThat(step.to()).isEqualTo("100");
        });
        assertThat(tally(100, 6)).isEmpty();
        assertThat(rows()).singleElement().asString().startsWith("100 ");
    }
}
