package dev.toolverdicts.newsletter.issue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody's word that an issue may go out.
///
/// @param override why one person is enough this time; null when a second one approves
/// @param checkedVersion which version the checks have seen
/// @param failed the names of checks that failed
record Approval(String approver, @Nullable String override, long checkedVersion, List<String> failed) {

    /// Refuses what needs a second person.
    ///
    /// @param writers of the draft and of its last words
    void requireSecondPerson(Set<String> writers) {
        if (!writers.contains(approver)) {
            return;
        }
        if (override == null) {
            throw SecondPersonNeeded.orReason();
        }
        if (!failed.isEmpty()) {
            throw SecondPersonNeeded.over(failed);
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
