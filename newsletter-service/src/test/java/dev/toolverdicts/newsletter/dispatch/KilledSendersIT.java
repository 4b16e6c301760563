package dev.toolverdicts.newsletter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer.Arrived;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/// Promise G6: every sender of an issue is killed (SIGKILL) at five random moments, and everybody is accounted for.
/// `-Ddispatch.readers=N`, `-Ddispatch.seed=N`.
class KilledSendersIT extends DispatchInfrastructure {

    private static final int READERS = Integer.getInteger("dispatch.readers", 2_000);
    private static final long SEED = Long.getLong("dispatch.seed", System.nanoTime());
    private static final int SENDERS = 2;
    private static final int KILLS = 5;

    private final List<Process> senders = new ArrayList<>();
    private final AtomicInteger mails = new AtomicInteger();
    private volatile int enough;

    @Autowired
    private Environment database;

    @AfterEach
    void noneIsLeft() throws InterruptedException {
        enough = Integer.MAX_VALUE;
        kill();
    }

    private void start(ScriptedSmtpServer server) throws IOException {
        for (int i = 0; i < SENDERS; i++) {
            senders.add(SenderProcess.start(database, server.port()));
        }
    }

    private void kill() throws InterruptedException {
        senders.forEach(Process::destroyForcibly);
        for (Process sender : senders) {
            sender.waitFor();
        }
        senders.clear();
    }

    @Test
    void everybodyIsAccountedForWhenAllSendersAreKilledFiveTimes() throws Exception {
        UUID issue = sendingIssue(READERS);
        int[] moments =
                new Random(SEED).ints(KILLS, 1, READERS * 9 / 10).sorted().toArray();
        try (var server = new ScriptedSmtpServer(this::ponder)) {
            for (int moment : moments) {
                enough = moment + READERS / 20;
                start(server);
                await("mail " + moment + ", seed " + SEED)
                        .atMost(Duration.ofMinutes(2))
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> server.arrived().size() >= moment);
                assertThat(senders)
                        .as("alive until then, see %s", SenderProcess.OUTPUT)
                        .allMatch(Process::isAlive);
                kill();
                assertThat(editions.hasOpen(issue)).as("killed on the way").isTrue();
            }
            enough = Integer.MAX_VALUE;
            start(server);
            await("nothing left to send, seed " + SEED)
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> !editions.hasOpen(issue));
            kill();
            check(issue, server.arrived());
        }
    }

    /// The reply comes a little later, as from a server that writes to a disk: some are killed while they wait for it.
    /// Soon after the moment of a kill it comes not at all, or a slow test would find the issue at its end.
    private @Nullable String ponder(Step step, String recipient) {
        if (step == Step.AFTER_DOT) {
            int mail = mails.incrementAndGet();
            do {
                LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
            } while (mail > enough);
        }
        return null;
    }

    private void check(UUID issue, List<Arrived> arrived) {
        Map<String, Long> copies =
                arrived.stream().collect(Collectors.groupingBy(Arrived::recipient, Collectors.counting()));
        Map<String, String> states = states(issue);
        Set<String> sent = in(states, "sent");
        Set<String> doubts = in(states, "in_doubt");
        System.out.printf(
                "KilledSendersIT: %d sent, %d in doubt, %d mails, seed %d%n",
                sent.size(), doubts.size(), arrived.size(), SEED);
        assertThat(copies.values()).as("seed %d", SEED).allMatch(count -> count == 1);
        assertThat(copies.keySet()).as("seed %d", SEED).containsAll(sent);
        var told = new HashSet<>(sent);
        told.addAll(doubts);
        assertThat(told).as("seed %d", SEED).hasSize(READERS).containsAll(copies.keySet());
        assertThat(doubts).as("seed %d", SEED).hasSizeLessThanOrEqualTo(KILLS * SENDERS * SenderProcess.SESSIONS);
        assertThat(moves.endIfDone(issue)).isTrue();
        assertThat(status(issue)).isEqualTo(doubts.isEmpty() ? "finished" : "finished_with_failures");
    }

    private static Set<String> in(Map<String, String> states, String state) {
        return states.entrySet().stream()
                .filter(row -> row.getValue().equals(state))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
