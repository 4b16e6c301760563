package dev.toolverdicts.system;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Judges what is stored once all is quiet by what was sent before. Each ballot is a register with one writer: its
/// value
/// must be the last acknowledged choice, or one that was sent later and never answered. Tallies count the stored
/// choices, cards repeat the tallies.
final class RegisterCheck {

    /// A choice that was sent; without acknowledgement it may have been stored or not.
    record Attempt(Choice choice, boolean acknowledged) {}

    /// @param choices every ballot that is stored, also withdrawn ones
    record Stored(Map<Ballot, Choice> choices, Map<String, Counts> tallies, Map<String, Counts> cards) {}

    private final Map<Ballot, List<Attempt>> sent;
    private final Stored stored;
    private final List<String> violations = new ArrayList<>();

    private RegisterCheck(Map<Ballot, List<Attempt>> sent, Stored stored) {
        this.sent = sent;
        this.stored = stored;
    }

    /// What is wrong, in words; nothing when all is well.
    static List<String> violations(Map<Ballot, List<Attempt>> sent, Stored stored) {
        var check = new RegisterCheck(sent, stored);
        check.choices();
        check.tallies();
        check.cards();
        return List.copyOf(check.violations);
    }

    private void choices() {
        Set<Ballot> ballots = new TreeSet<>(sent.keySet());
        ballots.addAll(stored.choices().keySet());
        for (Ballot ballot : ballots) {
            List<Attempt> attempts = sent.getOrDefault(ballot, List.of());
            Choice found = stored.choices().getOrDefault(ballot, Choice.NONE);
            if (!admissible(attempts).contains(found)) {
                violations.add(
                        "%s: %s %s, sent was %s".formatted(ballot, found, fault(attempts, found), tail(attempts)));
            }
        }
    }

    private static Set<Choice> admissible(List<Attempt> attempts) {
        Set<Choice> admissible = EnumSet.of(Choice.NONE);
        for (Attempt attempt : attempts) {
            if (attempt.acknowledged()) {
                admissible.clear();
            }
            admissible.add(attempt.choice());
        }
        return admissible;
    }

    private static String fault(List<Attempt> attempts, Choice found) {
        boolean wasSent = attempts.stream().anyMatch(attempt -> attempt.choice() == found);
        if (wasSent) {
            return "is stale";
        }
        return found == Choice.NONE ? "means the vote is lost" : "was never sent";
    }

    private static List<Attempt> tail(List<Attempt> attempts) {
        return attempts.subList(Math.max(0, attempts.size() - 5), attempts.size());
    }

    private void tallies() {
        var votes = new TreeMap<String, List<Choice>>();
        stored.choices()
                .forEach((ballot, choice) -> votes.computeIfAbsent(ballot.tool(), _ -> new ArrayList<>())
                        .add(choice));
        votes.forEach((tool, choices) -> compare(tool, "tally", stored.tallies(), "votes", Counts.of(choices)));
    }

    private void cards() {
        stored.tallies().forEach((tool, tally) -> compare(tool, "card", stored.cards(), "tally", tally));
    }

    private void compare(String tool, String what, Map<String, Counts> found, String source, Counts expected) {
        if (!expected.equals(found.get(tool))) {
            violations.add("%s: its %s is %s, its %s %s".formatted(tool, what, found.get(tool), source, expected));
        }
    }
}
