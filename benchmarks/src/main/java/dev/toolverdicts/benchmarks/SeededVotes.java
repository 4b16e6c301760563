package dev.toolverdicts.benchmarks;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A seed's votes: each by another voter or on another tool, on tools as unlike in their following as Zipf's law says,
/// cast over three months that are over, so that nothing is judged as a rush of today.
///
/// @param shares how many votes each tool gets
record SeededVotes(long seed, int[] shares) {

    private static final Instant FIRST = Instant.parse("2026-08-15T00:00:00Z");
    private static final Duration LASTS = Duration.ofDays(92);

    /// @param tool which of the tools, in their order
    record Vote(int tool, UUID voter, boolean ship, Instant castAt, Instant voterSince, String network) {

        /// As the vote's topic has it.
        String json(UUID toolId) {
            return """
                    {"toolId":"%s","voterId":"%s","choice":"%s","tier":"device","networkHash":"%s",\
                    "referrerKind":"internal","castAt":"%s","voterSince":"%s","arrivalSite":null}""".formatted(toolId, voter, ship ? "ship" : "skip", network, castAt, voterSince);
        }
    }

    static SeededVotes of(long seed, int count, int tools) {
        double sum = IntStream.rangeClosed(1, tools)
                .mapToDouble(place -> 1.0 / place)
                .sum();
        int[] shares = IntStream.rangeClosed(1, tools)
                .map(place -> (int) (count / (place * sum)))
                .toArray();
        for (int left = count - Arrays.stream(shares).sum(), tool = 0; left > 0; left--) {
            shares[tool++ % tools]++;
        }
        return new SeededVotes(seed, shares);
    }

    int count() {
        return Arrays.stream(shares).sum();
    }

    /// In the order of their times.
    Stream<Vote> stream() {
        int[] order = order();
        // A prime: steps of any length meet every voter once before they meet one again.
        long voters = BigInteger.valueOf(2L * Arrays.stream(shares).max().orElse(1) + 2)
                .nextProbablePrime()
                .longValueExact();
        int[] given = new int[shares.length];
        return IntStream.range(0, order.length).mapToObj(at -> vote(at, order, given[order[at]]++, voters));
    }

    private int[] order() {
        int[] order = new int[count()];
        int at = 0;
        for (int tool = 0; tool < shares.length; tool++) {
            Arrays.fill(order, at, at + shares[tool], tool);
            at += shares[tool];
        }
        var random = new SplittableRandom(seed);
        for (int last = order.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = order[last];
            order[last] = order[other];
            order[other] = kept;
        }
        return order;
    }

    private Vote vote(int at, int[] order, int turn, long voters) {
        int tool = order[at];
        var ofTool = new SplittableRandom(seed + tool);
        long number = (ofTool.nextLong(voters) + turn * (1 + ofTool.nextLong(voters - 1))) % voters;
        int liking = 20 + ofTool.nextInt(70);
        var ofVoter = new SplittableRandom(~seed + number);
        Instant castAt =
                FIRST.plus(LASTS.multipliedBy(at).dividedBy(order.length)).truncatedTo(ChronoUnit.MICROS);
        return new Vote(
                tool,
                new UUID(ofVoter.nextLong(), ofVoter.nextLong()),
                new SplittableRandom(seed ^ ((long) tool << 32) + number).nextInt(100) < liking,
                castAt,
                castAt.minus(Duration.ofDays(ofVoter.nextInt(1, 90))).truncatedTo(ChronoUnit.HOURS),
                "%016x".formatted(ofVoter.nextInt(100_000)));
    }

    /// What counting them must come to: ships and skips of each tool.
    long[][] tallies() {
        var tallies = new long[shares.length][2];
        try (Stream<Vote> votes = stream()) {
            votes.forEach(vote -> tallies[vote.tool()][vote.ship() ? 0 : 1]++);
        }
        return tallies;
    }
}
