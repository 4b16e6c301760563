package dev.toolverdicts.system.faults;

import static org.awaitility.Awaitility.await;

import dev.toolverdicts.system.Stack;
import dev.toolverdicts.system.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One scenario with one seed: gives it voters and a nemesis, watches the tallies, and keeps what was found.
final class Run implements AutoCloseable {

    private static final int VOTES_BETWEEN_FAULTS = 1000;
    private static final int FEW_THREADS = 15;

    private final Stack stack = Stack.running();
    private final Nemesis nemesis = new Nemesis();
    private final Wires wires;
    private final long seed;
    private final SplittableRandom random;
    private final TallyWatch watch;
    private final VoteTopic log;
    private final TallyTopic published;
    private final Ledger ledger = new Ledger();
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> figures = new ArrayList<>();
    private @Nullable Electorate electorate;

    Run(Wires wires, long seed) {
        this.wires = wires;
        this.seed = seed;
        random = new SplittableRandom(seed);
        watch = new TallyWatch(stack);
        log = new VoteTopic(stack);
        published = new TallyTopic(stack);
    }

    Stack stack() {
        return stack;
    }

    Nemesis nemesis() {
        return nemesis;
    }

    Wires wires() {
        return wires;
    }

    VoteTopic log() {
        return log;
    }

    SplittableRandom random() {
        return random;
    }

    /// New voters for new tools, on the way through the door's proxy.
    Electorate voters(int size, int tools, Habit habit) {
        var voters = new Electorate(size, wires.doorUrl(), NewTools.known(stack, tools), habit, random.split());
        electorate = voters;
        return voters;
    }

    /// Every copy of vote-service.
    List<String> voteServices() {
        return stack.processes().stream()
                .filter(name -> name.startsWith("vote-service"))
                .toList();
    }

    void awaitVotes(Electorate voters, String when) {
        long enough = voters.acknowledged() + VOTES_BETWEEN_FAULTS;
        await("a thousand acknowledged votes " + when + ", seed " + seed)
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> voters.acknowledged() >= enough);
    }

    /// These are about to be hit.
    void hit(Electorate voters, List<String> victims) {
        ledger.hit(victims, voters.acknowledged());
    }

    /// Load goes on.
    void pause(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    /// Threads of all copies of vote-service together.
    int threads() {
        return voteServices().stream()
                .mapToInt(copy -> Facts.threads(nemesis.pid(copy)))
                .sum();
    }

    /// Some may have come for good, a few for each copy; stuck ones would be many.
    void checkThreads(int before) {
        int after = threads();
        figure("threads", before + " before, " + after + " after");
        check(after <= before + FEW_THREADS * voteServices().size(), after + " threads, before " + before);
    }

    /// Of all records that vote-service could not apply.
    double deadLetters() {
        return voteServices().stream()
                .mapToDouble(copy -> metric(copy, "messaging.dead.letters", "VALUE"))
                .max()
                .orElse(0);
    }

    double metric(String process, String path, String statistic) {
        String url = "http://127.0.0.1:" + stack.port(process);
        return new Visitor(url)
                .with("Authorization", "Bearer " + stack.token("operator"))
                .json("/actuator/metrics/" + path)
                .path("measurements")
                .valueStream()
                .filter(measurement -> measurement.path("statistic").asString().equals(statistic))
                .mapToDouble(measurement -> measurement.path("value").asDouble())
                .sum();
    }

    void violate(String words) {
        violations.add(Violation.other(words));
    }

    void check(boolean holds, String words) {
        if (!holds) {
            violate(words);
        }
    }

    void figure(String name, Object value) {
        figures.add(name + " " + value);
    }

    List<String> figures() {
        return figures;
    }

    /// Ends the load, waits until all is quiet, and judges what was voted. Called by a scenario that ends the system
    /// itself, before it does.
    void settle() throws InterruptedException {
        wires.pass();
        Electorate voters = electorate;
        if (voters != null) {
            electorate = null;
            voters.stop();
            ledger.end(voters.acknowledged());
            violations.addAll(new Quiet(stack, log, published, voters).violations());
            figure("acknowledged", voters.acknowledged());
            figure("answers", voters.answers());
        }
    }

    /// What is wrong, all things considered.
    List<Violation> verdict() throws InterruptedException {
        settle();
        figure("looks", watch.looks());
        check(watch.looks() > 0, "the tallies could not be looked at once");
        watch.differences().stream().distinct().map(Violation::other).forEach(violations::add);
        return List.copyOf(violations);
    }

    Ledger ledger() {
        return ledger;
    }

    int looks() {
        return watch.looks();
    }

    @Override
    public void close() {
        wires.pass();
        Electorate voters = electorate;
        if (voters != null) {
            voters.end();
        }
        watch.close();
        log.close();
        published.close();
    }
}
