package dev.toolverdicts.catalog.card;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One critic's current review of a tool, as the panel's event carries it. What may be null was
/// added later, and events from before lack it.
///
/// @param dueAt when it is due for another look
/// @param previousVerdict what the critic said before, null while that never changed
/// @param changeReason why it changed, in the critic's words
/// @param helpfulYes readers who found this revision helpful
public record Take(
        String criticKey,
        String criticName,
        String criticRole,
        String verdict,
        int score,
        String body,
        boolean handsOn,
        String authorKind,
        @Nullable String model,
        @Nullable String promptVersion,
        @Nullable List<Citation> citations,
        int revision,
        Instant publishedAt,
        Instant revisedAt,
        @Nullable Instant dueAt,
        @Nullable String previousVerdict,
        @Nullable Instant verdictSince,
        @Nullable String changeReason,
        @Nullable Integer helpfulYes,
        @Nullable Integer helpfulNo) {

    private static final Pattern MARK = Pattern.compile("\\[\\^([1-9][0-9]?)]");

    public Take {
        requireNonNull(criticKey, "criticKey");
        requireNonNull(criticName, "criticName");
        requireNonNull(criticRole, "criticRole");
        requireNonNull(verdict, "verdict");
        requireNonNull(body, "body");
        requireNonNull(authorKind, "authorKind");
        requireNonNull(publishedAt, "publishedAt");
        requireNonNull(revisedAt, "revisedAt");
    }

    /// The body as it is read: a mark that names a source is its number.
    public static String read(String body) {
        return MARK.matcher(body).replaceAll("[$1]");
    }
}
