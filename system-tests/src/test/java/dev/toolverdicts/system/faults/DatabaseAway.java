package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Visitor;
import java.time.Duration;

/// PostgreSQL cannot be reached for a minute: votes go on, pages and tallies are shown as they were, and no record
/// becomes a dead letter.
///
/// @param silent whether connections stay and nothing comes back, instead of being refused
record DatabaseAway(boolean silent) implements Scenario {

    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    @Override
    public void play(Run run) throws InterruptedException {
        Electorate voters = run.voters(20, 3, Habit.FORGET);
        int threads = run.threads();
        voters.start();
        run.awaitVotes(voters, "before the outage");
        long refused = unacknowledged(voters);
        long acknowledged = voters.acknowledged();
        Proxy database = run.wires().database();
        if (silent) {
            database.hold();
        } else {
            database.cut();
        }
        run.pause(AWAY);
        run.figure("acknowledged meanwhile", voters.acknowledged() - acknowledged);
        run.figure("not acknowledged meanwhile", unacknowledged(voters) - refused);
        run.check(unacknowledged(voters) == refused, "votes were not acknowledged while the database was away");
        run.check(voters.acknowledged() - acknowledged > 1000, "too few votes while the database was away");
        int status = new Visitor()
                .get("/api/v1/tools/" + voters.tools().getFirst() + "/tally")
                .statusCode();
        run.check(status == 200, "the tally answers " + status + " while the database is away");
        long slowest = voters.history().stream()
                .filter(Cast::acked)
                .mapToLong(cast -> cast.completed() - cast.invoked())
                .max()
                .orElse(0);
        run.figure("slowest ms", slowest / 1_000_000);
        run.check(slowest < LONGEST.toNanos(), "a vote took " + slowest / 1_000_000 + " ms");
        database.pass();
        run.awaitVotes(voters, "after the outage");
        run.checkThreads(threads);
        run.check(run.deadLetters() == 0, run.deadLetters() + " dead letters");
    }

    private static long unacknowledged(Electorate voters) {
        return voters.history().stream().filter(cast -> !cast.acked()).count();
    }
}
