package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Choice;
import dev.toolverdicts.system.Counts;
import dev.toolverdicts.system.faults.Found.Logged;
import dev.toolverdicts.system.faults.Found.Register;
import dev.toolverdicts.system.faults.Found.Row;
import dev.toolverdicts.system.faults.Found.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A past on one tool, made up line by line: what is not said is as it should be.
final class Past {

    private static final String TOOL = "tool";
    private static final UUID TOOL_ID = new UUID(0, 1);

    private final List<Cast> history = new ArrayList<>();
    private final List<Logged> log = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<Ballot, Choice> own = new TreeMap<>();
    private @Nullable Tally tally;
    private @Nullable Counts shown;
    private @Nullable Counts card;

    Past acked(String voter, Choice choice, long offset) {
        return ackedOnly(voter, choice, offset).logged(voter, choice, offset);
    }

    /// As the voter has it, whatever the log says.
    Past ackedOnly(String voter, Choice choice, long offset) {
        return cast(voter, choice, Outcome.ACKED, new Receipt(TOOL_ID, new Place(0, offset)));
    }

    Past unknown(String voter, Choice choice) {
        return cast(voter, choice, Outcome.UNKNOWN, null);
    }

    Past refused(String voter, Choice choice) {
        return cast(voter, choice, Outcome.REFUSED, null);
    }

    private Past cast(String voter, Choice choice, Outcome outcome, @Nullable Receipt receipt) {
        long time = history.size();
        history.add(new Cast(new Ballot(voter, TOOL), choice, outcome, time, time + 1, receipt));
        return this;
    }

    Past logged(String voter, Choice choice, long offset) {
        log.add(new Logged(key(voter), choice, new Place(0, offset)));
        return this;
    }

    Past stored(String voter, Choice choice, long offset) {
        return stored(voter, choice, offset, "counted");
    }

    Past stored(String voter, Choice choice, long offset, String state) {
        rows.add(new Row(key(voter), choice, new Place(0, offset), state));
        return this;
    }

    Past told(String voter, Choice choice) {
        own.put(new Ballot(voter, TOOL), choice);
        return this;
    }

    Past tally(long ships, long skips, long held, long discarded) {
        tally = new Tally(ships, skips, held, discarded);
        return this;
    }

    Past shown(long ships, long skips) {
        shown = new Counts(ships, skips);
        return this;
    }

    Past card(long ships, long skips) {
        card = new Counts(ships, skips);
        return this;
    }

    List<Violation> violations() {
        Tally counted = tally == null ? Tally.of(rows) : tally;
        Counts seen = shown == null ? counted.counts() : shown;
        Counts onCard = card == null ? seen : card;
        return RegisterCheck.violations(
                history, new Found(log, rows, Map.of(TOOL_ID, counted), Map.of(TOOL, seen), Map.of(TOOL, onCard), own));
    }

    private static Register key(String voter) {
        return new Register(TOOL_ID, new UUID(1, voter.hashCode()));
    }
}
