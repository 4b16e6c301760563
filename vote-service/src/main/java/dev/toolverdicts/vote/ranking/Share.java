package dev.toolverdicts.vote.ranking;

/// Shares, rounded as they are published.
public final class Share {

    private Share() {}

    /// The percentage, half rounded up, of `ships` among `votes`, which must be at least one. In whole numbers, so that
    /// a
    /// half is a half.
    public static int pct(long ships, long votes) {
        return Math.toIntExact((200 * ships + votes) / (2 * votes));
    }

    /// As exact as shares are published.
    public static double fourDecimals(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
