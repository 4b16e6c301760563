package dev.toolverdicts.benchmarks;

import java.util.Locale;

/// One figure of a row beside what it has to reach.
///
/// @param floor not a number where nothing has to be reached
/// @param least whether the figure must be at least, or else at most, floor and goal
record Verdict(String row, String what, double figure, double floor, double goal, boolean least, String of) {

    static Verdict atLeast(String row, String what, double figure, double floor, double goal, String of) {
        return new Verdict(row, what, figure, floor, goal, true, of);
    }

    static Verdict atMost(String row, String what, double figure, double floor, double goal, String of) {
        return new Verdict(row, what, figure, floor, goal, false, of);
    }

    static Verdict figure(String row, String what, double figure, String of) {
        return new Verdict(row, what, figure, Double.NaN, Double.NaN, true, of);
    }

    boolean reachesFloor() {
        return Double.isNaN(floor) || reaches(floor);
    }

    private boolean reaches(double mark) {
        return least ? figure >= mark : figure <= mark;
    }

    String line() {
        if (Double.isNaN(floor)) {
            return String.format(Locale.ROOT, "%-22s %-34s %10s   %s", row, what, number(figure), of);
        }
        return String.format(
                Locale.ROOT,
                "%-22s %-34s %10s   floor %8s   goal %8s   %-12s %s",
                row,
                what,
                number(figure),
                number(floor),
                number(goal),
                reaches(goal) ? "goal reached" : reachesFloor() ? "floor reached" : "BELOW FLOOR",
                of);
    }

    /// A row of a table.
    String cells() {
        boolean none = Double.isNaN(floor);
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(row, what, number(figure), none ? "–" : number(floor), none ? "–" : number(goal), of);
    }

    private static String number(double figure) {
        return Math.abs(figure) >= 1000
                ? String.format(Locale.ROOT, "%,.0f", figure)
                : String.format(Locale.ROOT, "%.2f", figure);
    }
}
