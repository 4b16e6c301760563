package dev.toolverdicts.vote.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How strong tools are that were held against each other two at a time (Bradley and Terry 1952): the
/// chance that one wins against another is the logistic function of the difference of their strengths.
///
/// A tie is half a win for each. Every tool has also met an imaginary average tool of strength 0 and
/// tied, [RankingSettings#duelPrior] times: without that a tool which never lost would be infinitely
/// strong. So there is always one most likely answer, found by Newton's method. Strengths are told from
/// their mean, and how uncertain they are against it follows from the inverse of the information there.
public final class BradleyTerry {

    private static final int MOST_STEPS = 100;
    private static final double CLOSE_ENOUGH = 1e-10;
    private static final double SHORTEST_STEP = 1e-6;

    /// All the duels of two tools.
    ///
    /// @param leftWins with half of the ties
    public record Meeting(int left, int right, double leftWins, double rightWins) {

        double duels() {
            return leftWins + rightWins;
        }
    }

    /// @param value log-odds of winning against an average tool, one as strong as all in the mean
    /// @param error its standard error
    public record Strength(double value, double error) {

        /// The chance to win against an average tool.
        public double share() {
            return logistic(value);
        }

        /// Likely bounds of that chance.
        ///
        /// @param z how sure they are
        public double low(double z) {
            return logistic(value - z * error);
        }

        public double high(double z) {
            return logistic(value + z * error);
        }
    }

    private final int tools;
    private final List<Meeting> meetings;
    private final double prior;

    private BradleyTerry(int tools, List<Meeting> meetings, double prior) {
        this.tools = tools;
        this.meetings = meetings;
        this.prior = prior;
    }

    /// The strength of each tool, by its number.
    ///
    /// @param tools how many there are; meetings name them from 0 on
    /// @param prior above 0
    public static List<Strength> of(int tools, List<Meeting> meetings, double prior) {
        if (prior <= 0) {
            throw new IllegalArgumentException("without a prior there may be no answer: " + prior);
        }
        return new BradleyTerry(tools, meetings, prior).strengths();
    }

    private List<Strength> strengths() {
        double[] at = mostLikely();
        double mean = mean(at);
        double[][] covariance = Cholesky.of(information(at)).inverse();
        double ofMean =
                Arrays.stream(covariance).mapToDouble(BradleyTerry::mean).sum() / tools;
        return IntStream.range(0, tools)
                .mapToObj(tool -> new Strength(
                        at[tool] - mean, Math.sqrt(covariance[tool][tool] - 2 * mean(covariance[tool]) + ofMean)))
                .toList();
    }

    /// The likelihood has one top and no other slope that leads up, so steps that are halved until they
    /// lead up end there.
    private double[] mostLikely() {
        double[] at = new double[tools];
        double enough = CLOSE_ENOUGH
                * (1 + meetings.stream().mapToDouble(Meeting::duels).sum());
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] slope = slope(at);
            if (largest(slope) <= enough) {
                return at;
            }
            at = up(at, Cholesky.of(information(at)).solve(slope));
        }
        return at;
    }

    private double[] up(double[] from, double[] move) {
        double here = logLikelihood(from);
        double length = 1;
        double[] next = moved(from, move, length);
        while (logLikelihood(next) < here && length > SHORTEST_STEP) {
            length /= 2;
            next = moved(from, move, length);
        }
        return next;
    }

    double logLikelihood(double[] at) {
        double sum = 0;
        for (double strength : at) {
            sum += prior / 2 * (logOfLogistic(strength) + logOfLogistic(-strength));
        }
        for (Meeting each : meetings) {
            double apart = at[each.left()] - at[each.right()];
            sum += each.leftWins() * logOfLogistic(apart) + each.rightWins() * logOfLogistic(-apart);
        }
        return sum;
    }

    private double[] slope(double[] at) {
        double[] slope = new double[tools];
        for (int tool = 0; tool < tools; tool++) {
            slope[tool] = prior / 2 - prior * logistic(at[tool]);
        }
        for (Meeting each : meetings) {
            double surprise = each.leftWins() - each.duels() * logistic(at[each.left()] - at[each.right()]);
            slope[each.left()] += surprise;
            slope[each.right()] -= surprise;
        }
        return slope;
    }

    /// Fisher information: how sharply the likelihood bends down.
    private double[][] information(double[] at) {
        double[][] information = new double[tools][tools];
        for (int tool = 0; tool < tools; tool++) {
            information[tool][tool] = prior * bend(at[tool]);
        }
        for (Meeting each : meetings) {
            double bend = each.duels() * bend(at[each.left()] - at[each.right()]);
            information[each.left()][each.left()] += bend;
            information[each.right()][each.right()] += bend;
            information[each.left()][each.right()] -= bend;
            information[each.right()][each.left()] -= bend;
        }
        return information;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double[] moved(double[] from, double[] move, double length) {
        return IntStream.range(0, from.length)
                .mapToDouble(tool -> from[tool] + length * move[tool])
                .toArray();
    }

    private static double largest(double[] slope) {
        double largest = 0;
        for (double each : slope) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }

    private static double bend(double x) {
        double share = logistic(x);
        return share * (1 - share);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /// Without overflow at either end.
    private static double logOfLogistic(double x) {
        return x > 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
    }
}
