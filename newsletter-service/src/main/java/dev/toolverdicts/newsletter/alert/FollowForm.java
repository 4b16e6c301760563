package dev.toolverdicts.newsletter.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form of the page, as it was typed.
///
/// @param wrong the field to mend; null when none is
record FollowForm(
        String kind,
        String key,
        List<String> events,
        @Nullable String wrong) {

    /// With nothing typed yet.
    static final FollowForm BLANK = new FollowForm(TargetKind.TOOL.toString(), "", Follow.USUAL, null);

    FollowForm wrongAt(String field) {
        return new FollowForm(kind, key, events, field);
    }
}
