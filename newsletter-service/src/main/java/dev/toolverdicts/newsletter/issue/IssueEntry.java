package dev.toolverdicts.newsletter.issue;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing an issue tells.
///
/// @param id stays with the entry however it is moved about
/// @param dropped left out by the editor; kept, because what was news once is no news again
/// @param note what the editor adds
/// @param since when it happened; null for what is so rather than happened
public record IssueEntry(
        int id,
        boolean dropped,
        @Nullable String note,
        EntryKind kind,
        UUID toolId,
        String slug,
        @Nullable Instant since,
        EntryFacts facts) {

    public IssueEntry {
        requireNonNull(kind, "kind");
        requireNonNull(toolId, "toolId");
        requireNonNull(slug, "slug");
        requireNonNull(facts, "facts");
    }

    IssueEntry edited(boolean nowDropped, @Nullable String newNote) {
        return new IssueEntry(id, nowDropped, newNote, kind, toolId, slug, since, facts);
    }

    /// The page of this site that tells more.
    public String address() {
        String pair = pairKey();
        return pair == null ? "/tool/" + slug : "/compare/" + pair;
    }

    @Nullable
    String pairKey() {
        EntryFacts.Opponent other = facts.other();
        return other == null ? null : slug + "-vs-" + other.slug();
    }
}
