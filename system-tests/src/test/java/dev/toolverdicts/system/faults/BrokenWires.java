package dev.toolverdicts.system.faults;

import java.time.Duration;

/// The ways from vote-service to PostgreSQL and to Kafka are cut, half closed, slowed down, held and broken off in the
/// middle of an answer, in any order, while people vote.
record BrokenWires(int faults) implements Scenario {

    private static final int KINDS = 5;

    @Override
    public void play(Run run) throws InterruptedException {
        Electorate voters = run.voters(30, 3, Habit.FORGET);
        voters.start();
        run.awaitVotes(voters, "before the first fault");
        for (int i = 0; i < faults; i++) {
            boolean isLog = run.random().nextBoolean();
            Proxy wire = isLog ? run.wires().log() : run.wires().database();
            breakDown(run, wire, i % KINDS);
            wire.pass();
            run.awaitVotes(voters, "after fault " + i + (isLog ? " of the log" : " of the database"));
        }
    }

    private static void breakDown(Run run, Proxy wire, int kind) throws InterruptedException {
        Duration time = Duration.ofMillis(run.random().nextInt(500, 6_000));
        switch (kind) {
            case 0 -> wire.cut();
            case 1 -> wire.halfClose();
            case 2 -> wire.delay(Duration.ofMillis(run.random().nextInt(20, 300)));
            case 3 -> wire.hold();
            default -> wire.answers(new LostAnswers(run.random().split(), 0.01));
        }
        run.pause(time);
    }
}
