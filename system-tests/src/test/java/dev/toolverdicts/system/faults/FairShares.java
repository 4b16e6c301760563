package dev.toolverdicts.system.faults;

import java.util.ArrayList;
import java.util.List;

/// Of three copies of vote-service each takes at least a quarter of the votes.
record FairShares() implements Scenario {

    private static final int VOTES = 6000;

    @Override
    public void play(Run run) throws InterruptedException {
        Electorate voters = run.voters(30, 6, Habit.FORGET);
        List<String> copies = run.voteServices();
        run.check(copies.size() == 3, "there must be three copies of vote-service");
        List<Long> before = taken(run, copies);
        voters.startWithoutRest();
        for (int i = 0; i < VOTES / 1000; i++) {
            run.awaitVotes(voters, "with three copies");
        }
        List<Long> after = taken(run, copies);
        var shares = new ArrayList<Long>();
        for (int i = 0; i < copies.size(); i++) {
            shares.add(after.get(i) - before.get(i));
        }
        long all = shares.stream().mapToLong(Long::longValue).sum();
        run.figure("taken by each", shares);
        run.check(shares.stream().allMatch(share -> share * 4 >= all), "not a quarter each: " + shares);
    }

    private static List<Long> taken(Run run, List<String> copies) {
        return copies.stream()
                .map(copy -> (long) run.metric(copy, "vote.append?tag=outcome:durable", "COUNT"))
                .toList();
    }
}
