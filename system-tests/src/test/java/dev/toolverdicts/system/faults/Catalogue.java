package dev.toolverdicts.system.faults;

import java.util.List;

/// A scenario as it is asked for on the command line.
///
/// @param words what happens
/// @param copies of vote-service it needs at least
record Catalogue(String key, String words, int copies, Scenario scenario) {

    static final Catalogue PRODUCER_FORGOTTEN = new Catalogue(
            "producer-forgotten", "the producer is idle past its id's expiry", 1, new ForgottenProducer());

    /// Nothing can be played after it.
    static final Catalogue LOG_REPLACED =
            new Catalogue("log-replaced", "the log of votes is made anew", 1, new LogReplaced());

    static final List<Catalogue> ALL = List.of(
            new Catalogue("kill-everything", "every process is killed and frozen", 2, new RandomKills(3, 4, true)),
            new Catalogue(
                    "ack-lost-same", "acknowledgements are lost, then the same choice", 1, new LostAcks(Habit.SAME)),
            new Catalogue(
                    "ack-lost-other", "acknowledgements are lost, then the other choice", 1, new LostAcks(Habit.OTHER)),
            new Catalogue("counter-frozen", "a counter stands still inside its transaction", 2, new FrozenCounter()),
            new Catalogue("one-key", "one key a thousand times in one batch", 1, new OneKey()),
            new Catalogue("hot-tools", "several counters on the same tools, killed and frozen", 2, new HotTools()),
            new Catalogue("wires-break", "ways to database and log break in every manner", 2, new BrokenWires(25)),
            new Catalogue("database-refuses", "no database for a minute", 1, new DatabaseAway(false)),
            new Catalogue("database-silent", "a database that says nothing for a minute", 1, new DatabaseAway(true)),
            new Catalogue("log-refuses", "no log for a minute", 1, new LogAway(false)),
            new Catalogue("log-silent", "a log that says nothing for a minute", 1, new LogAway(true)),
            new Catalogue("rolling-restart", "copies are restarted in turn", 2, new RollingRestart(2, false)),
            new Catalogue("copies-killed", "copies are killed in turn", 2, new RollingRestart(2, true)),
            new Catalogue("fair-shares", "three copies share the load", 3, new FairShares()),
            new Catalogue("readers-vanish", "two hundred readers of live tallies vanish", 1, new VanishingReaders()),
            new Catalogue("compacted", "the log is compacted before it was counted", 1, new Compacted()),
            new Catalogue("rebuilt", "votes are built anew from a compacted log under load", 2, new Rebuilt()),
            new Catalogue("rebuild-killed", "who builds votes anew is killed", 2, new RebuildKilled()),
            PRODUCER_FORGOTTEN,
            LOG_REPLACED);

    static List<Catalogue> chosen(List<String> keys) {
        List<Catalogue> chosen = ALL.stream()
                .filter(each -> keys.isEmpty() || keys.contains(each.key()))
                .toList();
        if (chosen.size() < keys.size()) {
            throw new IllegalArgumentException("not all of %s are among %s"
                    .formatted(keys, ALL.stream().map(Catalogue::key).toList()));
        }
        return chosen;
    }
}
