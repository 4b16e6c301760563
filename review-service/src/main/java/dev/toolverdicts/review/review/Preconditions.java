package dev.toolverdicts.review.review;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What the caller says must be true before a write, as the headers `If-Match` and
/// `If-None-Match` have it.
///
/// An entity tag is `"{revision}.{version of the critic}"`, since an answer shows both, and
/// `.{yes}-{no}` once readers have said whether the review is helpful. Only the revision is
/// compared, because only the revision is written; `"{revision}"` alone is understood too.
public record Preconditions(
        @Nullable String ifMatch, @Nullable String ifNoneMatch) {

    /// @param revision the one that the caller has read, 0 for none
    public static Preconditions read(int revision) {
        return revision == 0 ? new Preconditions(null, "*") : new Preconditions("\"" + revision + "\"", null);
    }

    static String tag(int revision, long criticVersion) {
        return "\"" + revision + "." + criticVersion + "\"";
    }

    static String tag(Take take, long criticVersion) {
        return take.helpfulYes() + take.helpfulNo() == 0
                ? tag(take.revision(), criticVersion)
                : "\"%d.%d.%d-%d\"".formatted(take.revision(), criticVersion, take.helpfulYes(), take.helpfulNo());
    }

    /// @param revision of the current review, null when there is none
    boolean hold(@Nullable Integer revision) {
        return (ifMatch == null || matches(ifMatch, revision, false))
                && (ifNoneMatch == null || !matches(ifNoneMatch, revision, true));
    }

    private static boolean matches(String header, @Nullable Integer revision, boolean weakly) {
        if (revision == null) {
            return false;
        }
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .map(tag -> weakly && tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*")
                        || tag.equals("\"" + revision + "\"")
                        || (tag.startsWith("\"" + revision + ".") && tag.endsWith("\"")));
    }
}
