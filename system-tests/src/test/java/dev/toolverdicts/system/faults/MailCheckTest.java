package dev.toolverdicts.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The judge of mails sees bad histories.
class MailCheckTest {

    private static List<String> violations(Map<String, String> states, Map<String, Integer> copies) {
        return new MailCheck(states.size(), states, copies).violations();
    }

    @Test
    void everyEndThatTheContractKnowsIsRight() {
        var states = Map.of("a", "sent", "b", "in_doubt", "c", "in_doubt", "d", "rejected", "e", "suppressed");
        var check = new MailCheck(5, states, Map.of("a", 1, "b", 1));
        assertThat(check.violations()).isEmpty();
        assertThat(check.in("in_doubt")).isEqualTo(2);
        assertThat(check.inDoubtAndArrived()).isEqualTo(1);
    }

    @Test
    void aSecondCopyIsSeenWhateverTheLedgerSays() {
        assertThat(violations(Map.of("a", "sent"), Map.of("a", 2))).containsExactly("a is sent and got 2");
        assertThat(violations(Map.of("a", "in_doubt"), Map.of("a", 2))).hasSize(1);
        assertThat(violations(Map.of("a", "rejected"), Map.of("a", 1))).hasSize(1);
        assertThat(violations(Map.of("a", "suppressed"), Map.of("a", 1))).hasSize(1);
    }

    @Test
    void whoWasSkippedIsSeen() {
        assertThat(violations(Map.of("a", "sent"), Map.of())).containsExactly("a is sent and got 0");
        assertThat(violations(Map.of("a", "pending"), Map.of())).hasSize(1);
        assertThat(violations(Map.of("a", "claimed"), Map.of())).hasSize(1);
        assertThat(violations(Map.of("a", "at_dot"), Map.of("a", 1))).hasSize(1);
        assertThat(new MailCheck(2, Map.of("a", "sent"), Map.of("a", 1)).violations())
                .containsExactly("2 readers have 1 rows");
    }

    @Test
    void aMailToNobodyOfTheLedgerIsSeen() {
        assertThat(violations(Map.of("a", "sent"), Map.of("a", 1, "b", 1))).containsExactly("b has no row and got 1");
    }
}
