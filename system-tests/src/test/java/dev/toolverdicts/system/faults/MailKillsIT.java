package dev.toolverdicts.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.system.MailSwitch;
import dev.toolverdicts.system.Stack;
import dev.toolverdicts.system.Visitor;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Promise G6: all senders are killed at random moments of an issue, five times, and every reader is accounted for.
/// Only by command, with `-Dmails.readers=100000`; `-Dmails.seed=N` repeats a run's moments.
@Order(Integer.MAX_VALUE - 2)
@EnabledIfSystemProperty(named = "mails.readers", matches = "[0-9]+")
class MailKillsIT {

    private static final long SEED = Long.getLong("mails.seed", System.nanoTime());
    private static final int READERS = Integer.getInteger("mails.readers", 2_000);
    private static final int KILLS = Integer.getInteger("mails.kills", 5);
    private static final int BYTES = Integer.getInteger("mails.bytes", 4_000);

    private final Stack stack = Stack.running();
    private final Nemesis nemesis = new Nemesis();
    private final MailTables tables = new MailTables(stack);
    private final Visitor editor = Visitor.bearing(stack.token("newsletter", "--subject", "mail-kills"));
    private final List<String> senders = stack.processes().stream()
            .filter(process -> process.startsWith("newsletter-service"))
            .toList();

    @AfterEach
    void nobodyWantsMore() throws SQLException {
        tables.readersLeave();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void everyReaderIsAccountedForWhoeverIsKilled() throws SQLException {
        MailSwitch mails = stack.mails().orElseThrow();
        UUID id = tables.issueFor(READERS, BYTES);
        String issue = "/api/v1/newsletter/issues/" + id;
        List<Long> moments = new Random(SEED)
                .longs(KILLS, 0, READERS * 9L / 10)
                .sorted()
                .boxed()
                .toList();

        long began = System.nanoTime();
        var sent = editor.post(issue + "/send", "");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        for (long moment : moments) {
            await("mail " + moment + " of " + READERS + ", seed " + SEED)
                    .atMost(Duration.ofMinutes(10))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> mails.counted() > moment);
            nemesis.kill(senders);
        }
        await("the issue's end, seed " + SEED)
                .atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> status(issue).startsWith("finished"));

        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Map<String, String> states = tables.states(id);
        var check = new MailCheck(READERS, states, mails.copies());
        System.out.printf(
                "MailKillsIT: %d readers, %s killed after mails %s: %d sent, %d in doubt, of which %d had arrived; %d s; seed %d%n",
                READERS,
                senders,
                moments,
                check.in("sent"),
                check.in("in_doubt"),
                check.inDoubtAndArrived(),
                took.toSeconds(),
                SEED);
        assertThat(check.violations()).as("seed %d", SEED).isEmpty();
        assertThat(check.in("sent") + check.in("in_doubt")).isEqualTo(READERS);
        assertThat(status(issue)).isEqualTo(check.in("in_doubt") == 0 ? "finished" : "finished_with_failures");
    }

    private String status(String issue) {
        var answer = editor.get(issue);
        return answer.statusCode() == 200
                ? Stack.JSON.readTree(answer.body()).path("status").asString()
                : "not known, " + answer.statusCode();
    }
}
