package dev.toolverdicts.newsletter.issue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody's word that an issue may go out.
///
/// @param override why one person is enough this time; null when a second one approves
/// @param checkedVersion which version the checks have seen
/// @param failed the names of checks that failed
record Approval(String approver, @Nullable String override, long checkedVersion, List<String> failed) {

    /// Refuses what needs a second person.
    void requireSecondPerson(String author) {
        if (!approver.equals(author)) {
            return;
        }
        if (override == null) {
            throw new SecondPersonNeeded(
                    "Somebody else than the author approves an issue, or the author says why not: {\"override\": \"reason\"}.");
        }
        if (!failed.isEmpty()) {
            throw new SecondPersonNeeded(
                    "Failed checks are overridden by a second person only: " + String.join(", ", failed) + ".");
        }
    }

    @Nullable
    String detail() {
        if (failed.isEmpty()) {
            return override;
        }
        String over = "over failed checks: " + String.join(", ", failed);
        return override == null ? over : override + " (" + over + ")";
    }
}
