package dev.toolverdicts.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Voters who vote side by side on tools that nobody else votes on.
final class Electorate {

    /// At most, after each choice, half of it on average: hundreds of votes a second. Voters without a rest would take
    /// all processors, and a killed process a minute to be back.
    private static final int PAUSE_MILLIS = 100;

    private final List<String> tools;
    private final List<Voter> voters = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicLong acknowledged = new AtomicLong();
    private int pause = PAUSE_MILLIS;

    Electorate(int size, String url, List<String> tools, Habit habit, SplittableRandom random) {
        this.tools = tools;
        for (int i = 0; i < size; i++) {
            voters.add(new Voter("voter %02d".formatted(i), url, tools, habit, random.split()));
        }
    }

    /// Votes as fast as votes are answered.
    void startWithoutRest() {
        pause = 1;
        start();
    }

    void start() {
        voters.forEach(voter -> threads.add(Thread.ofVirtual().start(() -> voteUntilTheEnd(voter))));
    }

    private void voteUntilTheEnd(Voter voter) {
        try {
            while (end.getCount() > 0) {
                if (voter.vote() == Outcome.ACKED) {
                    acknowledged.incrementAndGet();
                }
                // Not by the seed: it says what is chosen, not when.
                if (end.await(ThreadLocalRandom.current().nextInt(pause), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        end.countDown();
    }

    /// Returns when every voter has read the last answer.
    void stop() throws InterruptedException {
        end();
        for (Thread thread : threads) {
            if (!thread.join(Duration.ofSeconds(30))) {
                throw new AssertionError("a voter waits for an answer without end");
            }
        }
    }

    List<Voter> voters() {
        return voters;
    }

    List<String> tools() {
        return tools;
    }

    long acknowledged() {
        return acknowledged.get();
    }

    List<Cast> history() {
        return voters.stream().flatMap(voter -> voter.history().stream()).toList();
    }

    /// How often what was answered.
    Map<Answer, Integer> answers() {
        var all = new TreeMap<Answer, Integer>();
        voters.forEach(voter -> voter.answers().forEach((answer, times) -> all.merge(answer, times, Integer::sum)));
        return all;
    }
}
