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
    ///
    /// @param author of the draft, or of its last words
    void requireSecondPerson(String author) {
        if (!approver.equals(author)) {
            return;
        }
        if (override == null) {
            throw new SecondPersonNeeded(
                    "Somebody else than its author and than who wrote in it last approves an issue, or they say why not: {\"override\": \"reason\"}.");
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
