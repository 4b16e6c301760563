package dev.toolverdicts.catalog.site;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands beside the tools of a list for its visitor: that they shipped a tool, or skipped it.
///
/// @param votes by slug; a tool whose vote is not known just now is missing
record OwnMarks(Map<String, OwnVotes.Own> votes) {

    /// What a stranger sees in a page that is kept.
    static final OwnMarks BLANK = new OwnMarks(Map.of());

    public @Nullable String of(String slug) {
        OwnVotes.Own own = votes.get(slug);
        return own == null ? null : own.words();
    }

    /// Whether the page's script has to ask for it.
    public boolean lacks(String slug) {
        return !votes.containsKey(slug);
    }
}
