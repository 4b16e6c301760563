package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Choice;
import dev.toolverdicts.system.Counts;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What there is once all is quiet: the log and the tables as they are, and what everybody is shown.
///
/// @param log records of the voters' tools in the order of each partition
/// @param rows of the votes table, tool by tool
/// @param own what each voter is told of each tool
record Found(
        List<Logged> log,
        List<Row> rows,
        Map<UUID, Tally> tallies,
        Map<String, Counts> shown,
        Map<String, Counts> cards,
        Map<Ballot, Choice> own) {

    /// Who voted on what, as log and tables know it.
    record Register(UUID toolId, UUID voterId) {}

    /// One record of the log.
    record Logged(Register key, Choice choice, Place place) {}

    /// One row of the votes.
    ///
    /// @param state `counted`, `held` or `discarded`
    record Row(Register key, Choice choice, Place place, String state) {

        private boolean stands(Choice wanted) {
            return choice == wanted && state.equals("counted");
        }
    }

    record Tally(long ships, long skips, long held, long discarded) {

        static final Tally NONE = new Tally(0, 0, 0, 0);

        static Tally of(List<Row> rows) {
            List<Row> votes =
                    rows.stream().filter(row -> row.choice() != Choice.NONE).toList();
            return new Tally(
                    votes.stream().filter(row -> row.stands(Choice.SHIP)).count(),
                    votes.stream().filter(row -> row.stands(Choice.SKIP)).count(),
                    votes.stream().filter(row -> row.state().equals("held")).count(),
                    votes.stream()
                            .filter(row -> row.state().equals("discarded"))
                            .count());
        }

        long all() {
            return ships + skips + held + discarded;
        }

        Counts counts() {
            return new Counts(ships, skips);
        }
    }
}
