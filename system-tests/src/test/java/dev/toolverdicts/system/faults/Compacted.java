package dev.toolverdicts.system.faults;

import java.time.Duration;
import java.util.concurrent.ExecutionException;

/// While the database says nothing, votes pile up in the log and most of them are compacted away. The counters find
/// gaps where they go on, and count as if they had seen every vote.
record Compacted() implements Scenario {

    private static final int VOTES = 4000;
    private static final Duration COMPACTED_WITHIN = Duration.ofSeconds(90);

    @Override
    public void play(Run run) throws InterruptedException, ExecutionException {
        Electorate voters = run.voters(20, 2, Habit.FORGET);
        run.wires().database().hold();
        for (int i = 0; i < VOTES / voters.voters().size(); i++) {
            voters.voters().forEach(Voter::vote);
        }
        int written = run.log().read();
        try (var compaction = new Compaction(run.stack())) {
            compaction.force(Duration.ZERO);
            long before = compaction.records();
            long end = System.nanoTime() + COMPACTED_WITHIN.toNanos();
            while (compaction.records() > before - written / 2 && System.nanoTime() < end) {
                // A segment is closed by the next vote after its time.
                voters.voters().forEach(Voter::vote);
                run.pause(Duration.ofSeconds(2));
            }
            long after = compaction.records();
            run.figure("records in the log", before + " before, " + after + " after");
            run.check(after <= before - written / 2, "the log was not compacted");
        }
        run.wires().database().pass();
        voters.start();
        run.awaitVotes(voters, "after the compaction");
    }
}
