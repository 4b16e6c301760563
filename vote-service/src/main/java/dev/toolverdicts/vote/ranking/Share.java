package dev.toolverdicts.vote.ranking;

/// A share in whole percent, half rounded up.
public final class Share {

    private Share() {}

    /// The percentage of `ships` among `votes`, which must be at least one. In whole numbers, so that a
    /// half is a half.
    public static int pct(long ships, long votes) {
        return Math.toIntExact((200 * ships + votes) / (2 * votes));
    }
}
