package dev.toolverdicts.vote.ranking;

import java.util.List;

/// How few votes hold a place: the smallest number of votes, of whichever tools, without which the tool would stand
/// at another place of the same board, or at none.
///
/// A place changes when the tool and one other swap. The cheapest way for two to swap takes votes of these two only:
/// from the upper its ships and, when none is left, its skips; from the lower its skips. Every other removal moves the
/// two apart or is no cheaper. So the answer is the least over all pairs, and it is exact.
final class Robustness {

    private final List<Contender> board;
    private final double z;

    /// @param board the whole board in the order of [Contender#BEST], not only the places that are shown
    Robustness(List<Contender> board, double z) {
        this.board = board;
        this.z = z;
    }

    /// @param at index of the tool on the board
    long of(int at) {
        // Without all of its votes it has no place.
        long least = board.get(at).votes();
        // The nearest first: what they cost spares most of the others.
        for (int distance = 1; distance < board.size(); distance++) {
            if (at >= distance) {
                least = swap(board.get(at - distance), board.get(at), least);
            }
            if (at + distance < board.size()) {
                least = swap(board.get(at), board.get(at + distance), least);
            }
        }
        return least;
    }

    /// The fewest removals that put `lower` above `upper`, or `bound` when that many do not suffice.
    ///
    /// The more is taken from the upper, the less needs to be taken from the lower: both are walked once.
    private long swap(Contender upper, Contender lower, long bound) {
        long most = Math.min(bound - 1, Math.min(lower.skips(), lower.votes() - 1));
        if (upper.votes() >= bound && lowOf(lower, most) < lowWithout(upper, bound - 1)) {
            return bound;
        }
        long least = bound;
        long level = most + 1;
        long beyond = most + 1;
        for (long fromUpper = 0; fromUpper < Math.min(least, upper.votes()); fromUpper++) {
            double goal = lowWithout(upper, fromUpper);
            while (level > 0 && lowOf(lower, level - 1) >= goal) {
                level--;
            }
            while (beyond > 0 && lowOf(lower, beyond - 1) > goal) {
                beyond--;
            }
            // At the same lower end more votes win, so of all ways to draw level the first is the best one.
            boolean levelSuffices =
                    level <= most && lowOf(lower, level) == goal && winsTie(upper, fromUpper, lower, level);
            long fromLower = levelSuffices ? level : beyond;
            if (fromLower <= most) {
                least = Math.min(least, fromUpper + fromLower);
            }
        }
        // Without any vote the upper leaves the board.
        return Math.min(least, upper.votes());
    }

    private static boolean winsTie(Contender upper, long fromUpper, Contender lower, long fromLower) {
        int more = Long.compare(lower.votes() - fromLower, upper.votes() - fromUpper);
        return more > 0 || (more == 0 && Contender.NEWEST.compare(lower, upper) < 0);
    }

    /// The lower end after so many skips are gone.
    private double lowOf(Contender tool, long skipsGone) {
        return Wilson.of(tool.ships(), tool.votes() - skipsGone, z).low();
    }

    /// The lower end after so many votes are gone, ships first.
    private double lowWithout(Contender tool, long gone) {
        return Wilson.of(Math.max(0, tool.ships() - gone), tool.votes() - gone, z)
                .low();
    }
}
