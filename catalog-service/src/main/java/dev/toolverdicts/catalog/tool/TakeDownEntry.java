package dev.toolverdicts.catalog.tool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One decision about whether a tool is shown.
///
/// @param act `taken_down` or `brought_back`
/// @param actor the subject of the editor's token
record TakeDownEntry(String act, @Nullable String reason, String actor, Instant at) {

    static TakeDownEntry takenDown(String reason, String actor, Instant at) {
        return new TakeDownEntry("taken_down", reason, actor, at);
    }

    static TakeDownEntry broughtBack(String actor, Instant at) {
        return new TakeDownEntry("brought_back", null, actor, at);
    }

    /// For the desk.
    public String words() {
        return reason == null ? "Shown again" : "Taken down: " + reason;
    }
}
