package dev.toolverdicts.vote.ranking;

import java.time.Duration;

/// How much a tool is talked of now: the votes it is ahead by, divided by its age. Without new votes it only falls.
final class Trending {

    /// Both keep a first vote from outranking everything: one vote is the maker's own, and age starts at two hours.
    private static final int OWN_VOTE = 1;

    private static final int HEAD_START_HOURS = 2;

    private final double gravity;
    private final double brigadeFactor;

    Trending(RankingSettings settings) {
        gravity = settings.gravity();
        brigadeFactor = settings.brigadeFactor();
    }

    /// `max(ships − skips − 1, 0) / (hours + 2) ^ gravity`, dampened while a brigade flag is on. More skips than ships
    /// is 0, never less: a disputed tool does not outrank one that nobody talks of, nor the other way round.
    double score(long ships, long skips, Duration age, boolean brigade) {
        double hours = Math.max(0, age.toMillis() / 3_600_000.0);
        double ahead = Math.max(ships - skips - OWN_VOTE, 0);
        return ahead / Math.pow(hours + HEAD_START_HOURS, gravity) * (brigade ? brigadeFactor : 1);
    }
}
