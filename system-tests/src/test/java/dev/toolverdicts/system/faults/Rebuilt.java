package dev.toolverdicts.system.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/// At full write load the log is compacted and votes and tallies are built anew from what is left, twice. The rows are
/// what they were, versions go on above the old ones, and nobody's read fails meanwhile.
record Rebuilt() implements Scenario {

    /// Long enough for the judges to see each vote before it is compacted away.
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(10);

    private static final Duration COMPACTED_WITHIN = Duration.ofSeconds(90);

    @Override
    public void play(Run run) throws InterruptedException, ExecutionException, SQLException {
        Electorate voters = run.voters(30, 3, Habit.FORGET);
        voters.startWithoutRest();
        for (int i = 0; i < 4; i++) {
            run.awaitVotes(voters, "before the compaction");
        }
        List<String> paths = voters.tools().stream()
                .flatMap(tool -> List.of("/api/v1/tools/" + tool + "/tally", "/api/v1/votes?tools=" + tool).stream())
                .toList();
        try (var _ = run.log().follow();
                var readers = new Readers(6, paths, run.wires().doorUrl());
                var compaction = new Compaction(run.stack())) {
            compact(run, compaction);
            for (int i = 0; i < 2; i++) {
                rebuild(run, voters, i == 0 ? "under load" : "once more");
            }
            run.figure("reads", readers.answers());
            run.check(readers.failures() == 0, "reads were answered " + readers.answers());
        }
    }

    private static void compact(Run run, Compaction compaction) throws InterruptedException, ExecutionException {
        int written = run.log().read();
        long before = compaction.records();
        compaction.force(SEEN_WITHIN);
        long end = System.nanoTime() + COMPACTED_WITHIN.toNanos();
        long after = before;
        while (after > before - written / 2 && System.nanoTime() < end) {
            run.pause(Duration.ofMillis(500));
            // More has come meanwhile than the voters have keys; what is gone was gone by compaction.
            after = compaction.records() - (run.log().read() - written);
        }
        run.figure("records of before the compaction", before + ", of them left " + after);
        run.check(after <= before - written / 2, "the log was not compacted");
    }

    private static void rebuild(Run run, Electorate voters, String when) throws InterruptedException, SQLException {
        var tables = new VoteTables(run.stack());
        Map<UUID, Long> before = tables.versions();
        var rebuild = new Rebuild(run, run.voteServices().getFirst());
        rebuild.begin();
        rebuild.awaitDone(when);
        Map<UUID, Long> after = tables.versions();
        run.awaitVotes(voters, "after the rebuild " + when);
        List<UUID> fallen = before.keySet().stream()
                .filter(tool -> after.getOrDefault(tool, 0L) <= before.get(tool))
                .toList();
        run.check(fallen.isEmpty(), "versions of tallies do not go on above the old ones: " + fallen);
        run.check(tables.leftovers().isEmpty(), "left beside the live tables: " + tables.leftovers());
    }
}
