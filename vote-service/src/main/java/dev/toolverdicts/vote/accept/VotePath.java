package dev.toolverdicts.vote.accept;

import org.jspecify.annotations.Nullable;

/// The address of a tool's vote, read by hand.
final class VotePath {

    private static final String BEFORE = "/api/v1/tools/";
    private static final String AFTER = "/vote";

    private VotePath() {}

    /// The slug of a vote's path, null when the path is another or holds anything that needs decoding.
    static @Nullable String slug(@Nullable String path) {
        if (path == null || !path.startsWith(BEFORE) || !path.endsWith(AFTER)) {
            return null;
        }
        int end = path.length() - AFTER.length();
        for (int i = BEFORE.length(); i < end; i++) {
            char c = path.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
                return null;
            }
        }
        return end > BEFORE.length() ? path.substring(BEFORE.length(), end) : null;
    }
}
