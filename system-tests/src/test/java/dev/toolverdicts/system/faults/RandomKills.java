package dev.toolverdicts.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Every process is killed as often as there are rounds, some at a time, in any order, database and log once together;
/// in long runs each is also frozen for some seconds. On the way to the voters one answer in two hundred is lost.
///
/// @param atOnce how many are hit in the same moment
/// @param freezes whether there are freezes too
record RandomKills(int rounds, int atOnce, boolean freezes) implements Scenario {

    private static final List<String> UNDERNEATH = List.of("postgres", "kafka");
    private static final List<String> UNTOUCHED = List.of("identity", "mailbox");

    private record Hit(List<String> victims, Duration frozen) {

        @Override
        public String toString() {
            return frozen.isZero() ? "kill " + victims : "freeze " + victims + " " + frozen.toMillis() + " ms";
        }
    }

    @Override
    public void play(Run run) throws InterruptedException {
        List<Hit> hits = hits(run);
        run.figure("hits", hits);
        Electorate voters = run.voters(30, 4, Habit.FORGET);
        run.wires().door().answers(new LostAnswers(run.random().split(), 0.005));
        voters.start();
        run.awaitVotes(voters, "before the first fault");
        for (Hit hit : hits) {
            run.nemesis().awaitReady(hit.victims());
            run.hit(voters, hit.victims());
            if (hit.frozen().isZero()) {
                run.nemesis().kill(hit.victims());
            } else {
                try (var _ = run.nemesis().freeze(hit.victims())) {
                    run.pause(hit.frozen());
                }
            }
            run.awaitVotes(voters, "after " + hit);
        }
        run.nemesis().awaitReady(processes(run));
        int least = processes(run).stream()
                .mapToInt(process -> run.ledger().hits().getOrDefault(process, 0))
                .min()
                .orElse(0);
        run.figure("each process hit at least", least);
        run.check(least >= rounds, "a process was hit only " + least + " times");
    }

    private static List<String> processes(Run run) {
        return run.stack().processes().stream()
                .filter(process -> !UNTOUCHED.contains(process))
                .toList();
    }

    private List<Hit> hits(Run run) {
        var order = new Random(run.random().nextLong());
        var hits = new ArrayList<Hit>();
        for (int round = 0; round < rounds; round++) {
            groups(run, order).forEach(group -> hits.add(new Hit(group, Duration.ZERO)));
        }
        if (freezes) {
            groups(run, order)
                    .forEach(group -> hits.add(
                            new Hit(group, Duration.ofMillis(run.random().nextInt(2_000, 8_000)))));
        }
        hits.add(new Hit(UNDERNEATH, Duration.ZERO));
        Collections.shuffle(hits, order);
        return hits;
    }

    /// All processes, each in one group.
    private List<List<String>> groups(Run run, Random order) {
        var processes = new ArrayList<>(processes(run));
        Collections.shuffle(processes, order);
        var groups = new ArrayList<List<String>>();
        for (int from = 0; from < processes.size(); from += atOnce) {
            groups.add(List.copyOf(processes.subList(from, Math.min(processes.size(), from + atOnce))));
        }
        return groups;
    }
}
