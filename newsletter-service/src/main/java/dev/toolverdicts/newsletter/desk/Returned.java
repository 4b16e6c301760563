package dev.toolverdicts.newsletter.desk;

import java.util.Map;

/// A form that comes back to its editor, because what it asks for is refused.
///
/// @param trouble why
/// @param wrong what to mend, by name of the field; in the form's order
/// @param typed what it was filled in with, by name of the field
/// @param isOutdated whether somebody else has changed what it was made of
record Returned(String trouble, Map<String, String> wrong, Map<String, String> typed, boolean isOutdated) {

    /// Whether it is the one in which a draft is arranged.
    boolean isDraft() {
        return typed.containsKey("subject");
    }
}
