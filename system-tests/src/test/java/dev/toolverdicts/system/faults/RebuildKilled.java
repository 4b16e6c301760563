package dev.toolverdicts.system.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// The copy that builds votes and tallies anew is killed in the middle of it, several times, at any moment. The live
/// tables stay as they are, the next command clears away what was left, and the last rebuild goes through.
record RebuildKilled() implements Scenario {

    private static final int KILLS = 5;

    /// Of each answer of the database, so that there is a middle.
    private static final Duration SLOW = Duration.ofMillis(25);

    @Override
    public void play(Run run) throws InterruptedException, SQLException {
        Electorate voters = run.voters(30, 3, Habit.FORGET);
        List<String> copies = run.voteServices();
        run.check(copies.size() > 1, "there must be two copies of vote-service");
        voters.start();
        run.awaitVotes(voters, "before the first rebuild");
        int inTheMiddle = 0;
        for (int i = 0; i < KILLS; i++) {
            String victim = copies.get(i % copies.size());
            String other = copies.get((i + 1) % copies.size());
            inTheMiddle += killWhileItBuilds(run, voters, victim, other) ? 1 : 0;
            run.nemesis().awaitReady(copies);
            run.awaitVotes(voters, "after the kill of " + victim);
        }
        run.figure("killed in the middle", inTheMiddle + " of " + KILLS);
        run.check(inTheMiddle > 0, "no rebuild was at work when it was killed");
        var last = new Rebuild(run, copies.getFirst());
        last.begin();
        last.awaitDone("at last");
        var tables = new VoteTables(run.stack());
        run.check(tables.leftovers().isEmpty(), "left beside the live tables: " + tables.leftovers());
        run.awaitVotes(voters, "after the last rebuild");
    }

    /// @return whether the rebuild was at work
    private static boolean killWhileItBuilds(Run run, Electorate voters, String victim, String other)
            throws InterruptedException {
        run.wires().database().delay(SLOW);
        new Rebuild(run, victim).begin();
        run.pause(Duration.ofMillis(run.random().nextInt(100, 1_500)));
        run.hit(voters, List.of(victim));
        run.nemesis().kill(List.of(victim));
        run.wires().database().delay(Duration.ZERO);
        var atAnother = new Rebuild(run, other);
        boolean wasAtWork = atAnother.isRunning();
        if (wasAtWork) {
            atAnother.abandon();
        }
        return wasAtWork;
    }
}
