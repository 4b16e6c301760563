package dev.toolverdicts.system.faults;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Promise G6, judged by what the ledger says and what the mail server got.
///
/// @param readers how many there are
/// @param states of the ledger's rows, by address
/// @param copies how many messages had their final dot, by address
record MailCheck(int readers, Map<String, String> states, Map<String, Integer> copies) {

    /// Empty when the promise was kept.
    List<String> violations() {
        return Stream.of(skipped(), wrong(), unknown()).flatMap(found -> found).toList();
    }

    private Stream<String> skipped() {
        return states.size() == readers
                ? Stream.empty()
                : Stream.of("%d readers have %d rows".formatted(readers, states.size()));
    }

    private Stream<String> wrong() {
        return states.entrySet().stream()
                .filter(row -> !isRight(row.getValue(), got(row.getKey())))
                .map(row -> "%s is %s and got %d".formatted(row.getKey(), row.getValue(), got(row.getKey())));
    }

    private Stream<String> unknown() {
        return copies.keySet().stream()
                .filter(reader -> !states.containsKey(reader))
                .map(reader -> reader + " has no row and got " + got(reader));
    }

    private int got(String reader) {
        return copies.getOrDefault(reader, 0);
    }

    private static boolean isRight(String state, int got) {
        return switch (state) {
            case "sent" -> got == 1;
            case "in_doubt" -> got <= 1;
            case "rejected", "suppressed" -> got == 0;
            default -> false;
        };
    }

    long inDoubtAndArrived() {
        return states.entrySet().stream()
                .filter(row -> row.getValue().equals("in_doubt") && copies.containsKey(row.getKey()))
                .count();
    }

    long in(String state) {
        return states.values().stream().filter(state::equals).count();
    }
}
