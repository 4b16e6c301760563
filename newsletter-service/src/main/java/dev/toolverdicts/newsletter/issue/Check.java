package dev.toolverdicts.newsletter.issue;

import java.util.Locale;

/// One thing that is looked at before an issue goes out.
///
/// @param name stays the same for ever
/// @param detail what was found
public record Check(String name, Outcome outcome, String detail) {

    public enum Outcome {
        PASSED,
        WARNED,
        FAILED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Check of(String name, boolean passed, String detail) {
        return new Check(name, passed ? Outcome.PASSED : Outcome.FAILED, detail);
    }

    public static Check warning(String name, String detail) {
        return new Check(name, Outcome.WARNED, detail);
    }

    public boolean hasFailed() {
        return outcome == Outcome.FAILED;
    }
}
