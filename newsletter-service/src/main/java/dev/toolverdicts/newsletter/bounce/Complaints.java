package dev.toolverdicts.newsletter.bounce;

/// Complaints about an issue in the rolling window.
///
record Complaints(long complaints, long delivered) {

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
