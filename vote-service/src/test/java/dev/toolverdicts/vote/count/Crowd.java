package dev.toolverdicts.vote.count;

import dev.toolverdicts.platform.messaging.Received;
import dev.toolverdicts.vote.voter.Choice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Votes as a log of one partition tells them: voters as random as keyed hashes are, tools as unlike in their following
/// as a skew says.
final class Crowd {

    static final int TOOLS = 500;
    static final int BATCH = 2_000;

    private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
    private static final AtomicLong SEEDS = new AtomicLong(1);

    private final SplittableRandom random = new SplittableRandom(SEEDS.getAndIncrement());
    private final double[] shares;
    private final int partition;
    private long offset;

    /// @param exponent of Zipf's law, or infinity for one tool that gets all
    Crowd(double exponent, int partition) {
        this.partition = partition;
        shares = new double[TOOLS];
        double sum = 0;
        for (int i = 0; i < TOOLS; i++) {
            sum += Math.pow(i + 1.0, -exponent);
            shares[i] = sum;
        }
        for (int i = 0; i < TOOLS; i++) {
            shares[i] /= sum;
        }
    }

    /// The tool with so many more popular ones before it.
    static UUID tool(int rank) {
        return new UUID(0x7000L + rank, 0x8000_0000_0000_0000L + rank);
    }

    List<List<Received<CastVote>>> batches(int votes) {
        var batches = new ArrayList<List<Received<CastVote>>>();
        for (int i = 0; i < votes / BATCH; i++) {
            var batch = new ArrayList<Received<CastVote>>(BATCH);
            for (int j = 0; j < BATCH; j++) {
                batch.add(next());
            }
            batches.add(batch);
        }
        return batches;
    }

    Received<CastVote> next() {
        int found = Arrays.binarySearch(shares, random.nextDouble());
        UUID tool = tool(Math.min(found < 0 ? -found - 1 : found, TOOLS - 1));
        var voter = new UUID(random.nextLong(), random.nextLong());
        Choice choice = random.nextInt(4) == 0 ? Choice.SKIP : Choice.SHIP;
        var vote = new CastVote(tool, voter, choice, "device", "3fa9c0de3fa9c0de", null, AT, null);
        return new Received<>("vote.cast.v1", partition, offset++, tool + ":" + voter, AT, vote);
    }
}
