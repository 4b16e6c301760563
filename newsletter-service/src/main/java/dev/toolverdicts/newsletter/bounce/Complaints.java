package dev.toolverdicts.newsletter.bounce;

/// Complaints about an issue in the rolling window.
///
/// @param sending whether the issue is still going out
record Complaints(long complaints, long delivered, boolean sending) {

    /// Fewer say nothing about a rate.
    static final int FEWEST = 3;

    /// Providers watch from one in a thousand on.
    boolean isWorrying() {
        return complaints >= FEWEST && complaints * 1000 >= delivered;
    }

    /// They act at three in a thousand.
    boolean isTooMany() {
        return complaints >= FEWEST && complaints * 1000 >= delivered * 3;
    }
}
