package dev.toolverdicts.system.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.toolverdicts.system.Choice;
import dev.toolverdicts.system.Counts;
import dev.toolverdicts.system.faults.Found.Logged;
import dev.toolverdicts.system.faults.Found.Register;
import dev.toolverdicts.system.faults.Found.Row;
import dev.toolverdicts.system.faults.Found.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Judges what is found once all is quiet by what was sent before. Each ballot is a register with one writer: its row
/// is one that its voter sent, no older in log order than the last acknowledged one, and counts once.
final class RegisterCheck {

    private final Map<Ballot, List<Cast>> history;
    private final Found found;
    private final Identities identities;
    private final Map<Register, List<Row>> rows;
    private final List<Violation> violations = new ArrayList<>();

    private RegisterCheck(List<Cast> history, Found found) {
        this.history = history.stream().collect(groupingBy(Cast::ballot, TreeMap::new, toList()));
        this.found = found;
        identities = new Identities(found.log());
        rows = found.rows().stream().collect(groupingBy(Row::key));
    }

    /// What is wrong, in words; nothing when all is well.
    ///
    /// @param history of each voter in the order of sending
    static List<Violation> violations(List<Cast> history, Found found) {
        var check = new RegisterCheck(history, found);
        check.history.forEach(check::receipts);
        check.history.forEach(check::echoes);
        check.history.forEach(check::row);
        check.strangers();
        check.tallies();
        return List.copyOf(check.violations);
    }

    /// Each acknowledged vote is in the log, where its receipt says, and later ones are further on.
    private void receipts(Ballot ballot, List<Cast> casts) {
        Receipt before = null;
        for (Cast cast : casts) {
            Receipt receipt = cast.receipt();
            if (receipt == null) {
                continue;
            }
            if (before != null && !follows(before, receipt)) {
                other(ballot, "receipt %s came after %s: out of order".formatted(receipt.place(), before.place()));
            }
            before = receipt;
            switch (identities.claim(ballot, cast.choice(), receipt)) {
                case FINE -> {}
                case LOST -> lost(ballot, "%s is not in the log: the vote is lost".formatted(cast));
                case ANOTHER -> lost(ballot, "where %s should be, the log has another vote".formatted(cast));
            }
        }
    }

    private static boolean follows(Receipt before, Receipt after) {
        return before.toolId().equals(after.toolId())
                && before.place().partition() == after.place().partition()
                && before.place().offset() < after.place().offset();
    }

    /// What is in the log more than once came from one vote: none of it may come after the voter's next acknowledged
    /// one, or an old choice would be back.
    private void echoes(Ballot ballot, List<Cast> casts) {
        Register key = identities.key(ballot);
        if (key != null) {
            var origins = new Origins(casts);
            identities.logged(key).stream()
                    .filter(logged -> !origins.explain(logged))
                    .forEach(logged -> lost(
                            ballot,
                            "%s at %s is in the log and no vote of that time: it came back, sent was %s"
                                    .formatted(logged.choice(), logged.place(), tail(casts))));
        }
    }

    /// What is stored is the newest of the log.
    private void row(Ballot ballot, List<Cast> casts) {
        Register key = identities.key(ballot);
        if (key == null) {
            return;
        }
        List<Row> stored = rows.getOrDefault(key, List.of());
        if (stored.size() > 1) {
            violations.add(Violation.twice("%s: is stored %d times".formatted(ballot, stored.size())));
        }
        Row row = stored.isEmpty() ? null : stored.getFirst();
        Logged newest = identities.newest(key);
        Receipt acked = lastReceipt(casts);
        if (row == null) {
            if (newest != null || acked != null) {
                lost(ballot, "no row: the vote is lost, sent was %s".formatted(tail(casts)));
            }
        } else if (acked != null && row.place().offset() < acked.place().offset()) {
            lost(
                    ballot,
                    "%s at %s is older than the last acknowledged: stale, sent was %s"
                            .formatted(row.choice(), row.place(), tail(casts)));
        } else if (!wasSent(casts, row.choice())) {
            other(ballot, "%s was never sent, sent was %s".formatted(row.choice(), tail(casts)));
        } else if (newest == null || !row.place().equals(newest.place()) || row.choice() != newest.choice()) {
            other(
                    ballot,
                    "%s at %s is stored, the newest in the log is %s".formatted(row.choice(), row.place(), newest));
        }
        Choice shown = found.own().get(ballot);
        if (shown != null && shown != (row == null ? Choice.NONE : row.choice())) {
            other(ballot, "its voter is told %s and the row says %s".formatted(shown, row));
        }
    }

    private static boolean wasSent(List<Cast> casts, Choice choice) {
        return casts.stream().anyMatch(cast -> cast.choice() == choice && cast.outcome() != Outcome.REFUSED);
    }

    private static @Nullable Receipt lastReceipt(List<Cast> casts) {
        return casts.stream().map(Cast::receipt).reduce(null, (before, receipt) -> receipt == null ? before : receipt);
    }

    /// Rows of ids that no acknowledged vote has shown belong to voters whose votes were never acknowledged.
    private void strangers() {
        long silent = history.keySet().stream()
                .map(Ballot::voter)
                .distinct()
                .filter(voter -> !identities.isKnown(voter))
                .count();
        List<UUID> strangers = rows.keySet().stream()
                .map(Register::voterId)
                .distinct()
                .filter(id -> !identities.isKnown(id))
                .toList();
        if (strangers.size() > silent) {
            violations.add(Violation.other("%d voters never had an answer, and there are votes of %d strangers: %s"
                    .formatted(silent, strangers.size(), strangers)));
        }
        rows.keySet().stream()
                .filter(key -> identities.isKnown(key.voterId()))
                .filter(key -> !history.containsKey(identities.ballot(key)))
                .forEach(key -> violations.add(Violation.other("%s: never sent".formatted(identities.ballot(key)))));
    }

    private void tallies() {
        var byTool = new HashMap<>(
                found.rows().stream().collect(groupingBy(row -> row.key().toolId())));
        found.tallies().keySet().forEach(tool -> byTool.putIfAbsent(tool, List.of()));
        byTool.forEach((id, votes) -> {
            Tally tally = found.tallies().getOrDefault(id, Tally.NONE);
            String tool = identities.tool(id);
            compare(tool, tally, Tally.of(votes));
            compare(tool, "shown tally", found.shown().getOrDefault(tool, new Counts(0, 0)), "tally", tally.counts());
        });
        found.shown()
                .forEach((tool, shown) -> compare(tool, "card", found.cards().get(tool), "shown tally", shown));
    }

    private void compare(String tool, Tally tally, Tally votes) {
        if (!tally.equals(votes)) {
            String words = "%s: its tally is %s, its votes %s".formatted(tool, tally, votes);
            violations.add(
                    tally.all() > votes.all()
                            ? Violation.twice(words)
                            : tally.all() < votes.all() ? Violation.lost(words) : Violation.other(words));
        }
    }

    private void compare(String tool, String what, @Nullable Object is, String source, Object expected) {
        if (!expected.equals(is)) {
            violations.add(Violation.other("%s: its %s is %s, its %s %s".formatted(tool, what, is, source, expected)));
        }
    }

    private void lost(Ballot ballot, String words) {
        violations.add(Violation.lost(ballot + ": " + words));
    }

    private void other(Ballot ballot, String words) {
        violations.add(Violation.other(ballot + ": " + words));
    }

    private static List<Cast> tail(List<Cast> casts) {
        return casts.subList(Math.max(0, casts.size() - 5), casts.size());
    }
}
