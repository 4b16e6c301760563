package dev.toolverdicts.newsletter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer.Arrived;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer.Step;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Promise G6 at each step of the protocol. The seed is in the name of a failure; `-Ddispatch.seeds=20` tries more.
class CutAtEveryStepIT extends DispatchInfrastructure {

    private static final int RECIPIENTS = 200;
    private static final long SEEDS = Long.getLong("dispatch.seeds", 1);

    @ParameterizedTest
    @EnumSource(Step.class)
    void nobodyIsSkippedAndNobodyMailedTwice(Step step) throws Exception {
        int doubts = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            doubts += run(step, seed);
        }
        System.out.printf(
                "CutAtEveryStepIT: %s, %d seeds: %d recipients, %d in doubt, nobody skipped or mailed twice%n",
                step, SEEDS, SEEDS * RECIPIENTS, doubts);
    }

    /// How many are in doubt.
    private int run(Step step, long seed) throws Exception {
        UUID issue = sendingIssue(RECIPIENTS);
        var random = new Random(seed * 31 + step.name().hashCode());
        Set<String> cut = ConcurrentHashMap.newKeySet();
        Set<String> asked = ConcurrentHashMap.newKeySet();
        // Every third recipient loses the connection at this step, once; before one is named, every third visit does.
        ScriptedSmtpServer.Script script = (at, whom) -> {
            boolean now;
            synchronized (random) {
                now = at == step && (whom.isEmpty() || asked.add(whom)) && random.nextInt(3) == 0;
            }
            return now && (whom.isEmpty() || cut.add(whom)) ? ScriptedSmtpServer.CUT : null;
        };
        try (var server = new ScriptedSmtpServer(script)) {
            sendAll(issue, 4, server.port(), ledger);

            Map<String, Long> copies =
                    server.arrived().stream().collect(Collectors.groupingBy(Arrived::recipient, Collectors.counting()));
            Map<String, String> states = states(issue);
            Set<String> inDoubt = recipients(states, "in_doubt");
            String what = "step " + step + ", seed " + seed;
            assertThat(copies.values()).as(what).allMatch(count -> count == 1);
            assertThat(recipients(states, "sent")).as(what).hasSize(RECIPIENTS - inDoubt.size());
            assertThat(copies.keySet()).as(what).containsAll(recipients(states, "sent"));
            switch (step) {
                case AFTER_DOT -> assertThat(inDoubt).as(what).isEqualTo(cut).isNotEmpty();
                // The rest of the body and the dot may be on their way already when the server hangs up.
                case MID_BODY -> assertThat(cut).as(what).containsAll(inDoubt).isNotEmpty();
                default -> assertThat(inDoubt).as(what).isEmpty();
            }
            assertThat(states.values()).as(what).hasSize(RECIPIENTS).isSubsetOf("sent", "in_doubt");
            return inDoubt.size();
        }
    }

    private static Set<String> recipients(Map<String, String> states, String state) {
        Function<Map.Entry<String, String>, String> email = Map.Entry::getKey;
        return states.entrySet().stream()
                .filter(row -> row.getValue().equals(state))
                .map(email)
                .collect(Collectors.toSet());
    }
}
