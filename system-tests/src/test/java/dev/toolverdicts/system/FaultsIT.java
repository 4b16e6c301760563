package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Promises G1 and G2: votes survive every process. `-Dfaults.rounds=3` kills each of them three times,
/// `-Dfaults.seed=N` repeats a run's choices and order of kills.
@Order(Integer.MAX_VALUE)
class FaultsIT {

    private static final List<String> PROCESSES = List.of(
            "gateway", "catalog-service", "review-service", "vote-service", "newsletter-service", "postgres", "kafka");
    private static final int VOTERS = 30;
    private static final int TOOLS = 4;
    private static final int VOTES_BETWEEN_KILLS = 1000;

    private final long seed = Long.getLong("faults.seed", System.nanoTime());
    private final Nemesis nemesis = new Nemesis();
    private final Electorate electorate = new Electorate(VOTERS, newTools(), new SplittableRandom(seed));

    @AfterEach
    void nobodyVotesOn() throws InterruptedException {
        electorate.stop();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void everyAcknowledgedChoiceStandsWhateverIsKilled() throws InterruptedException {
        List<List<String>> kills = kills();
        say("seed " + seed + ", kills " + kills);
        try (var watch = new TallyWatch(Stack.running())) {
            electorate.start();
            awaitVotes("before the first kill");
            for (List<String> victims : kills) {
                nemesis.kill(victims);
                nemesis.awaitReady(victims);
                awaitVotes("after the end of " + victims);
            }
            electorate.stop();

            awaitQuiet();
            say(electorate.acknowledged() + " votes acknowledged, answers " + electorate.answers()
                    + ", tallies looked at " + watch.looks() + " times");
            assertThat(watch.differences())
                    .as("tallies that were not the count of their votes, seed %d", seed)
                    .isEmpty();
            assertThat(watch.looks()).isPositive();
            assertThat(electorate.answers().keySet())
                    .as("answers to votes that are all in order, 0 for none")
                    .allMatch(status -> status == 0 || status == 202 || status == 429 || status >= 500);
        }
    }

    /// Each process as often as there are rounds, in any order, and once database and log together.
    private List<List<String>> kills() {
        var kills = new ArrayList<List<String>>();
        for (int round = 0; round < Integer.getInteger("faults.rounds", 1); round++) {
            PROCESSES.forEach(process -> kills.add(List.of(process)));
        }
        kills.add(List.of("postgres", "kafka"));
        Collections.shuffle(kills, new Random(seed));
        return kills;
    }

    private void awaitVotes(String when) {
        long enough = electorate.acknowledged() + VOTES_BETWEEN_KILLS;
        await("a thousand acknowledged votes " + when + ", seed " + seed)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> electorate.acknowledged() >= enough);
    }

    /// What was still on its way has arrived when everything is right and stays so.
    private void awaitQuiet() {
        await("everything agrees, seed " + seed)
                .atMost(Duration.ofSeconds(60))
                .during(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .untilAsserted(() -> assertThat(RegisterCheck.violations(electorate.sent(), electorate.stored()))
                        .isEmpty());
    }

    private static List<String> newTools() {
        Visitor editor = Visitor.bearing(Stack.running().token("editor"));
        return IntStream.range(0, TOOLS)
                .mapToObj(i -> Sample.newTool(editor, "Faults Story " + i + " " + System.nanoTime()))
                .toList();
    }

    private static void say(String words) {
        System.out.println("FaultsIT: " + words);
    }
}
