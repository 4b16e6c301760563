package dev.toolverdicts.vote.count;

import dev.toolverdicts.platform.messaging.Received;
import dev.toolverdicts.vote.voter.Choice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/// One partition's votes and rulings, to be read in any interleaving that keeps each log's order.
record Logs(List<Received<CastVote>> votes, List<Received<VoteRuling>> rulings) {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-24T00:00:00Z");

    static Logs random(Random random, List<UUID> tools, int voters, int records) {
        var logs = new Logs(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < records; i++) {
            UUID tool = tools.get(random.nextInt(tools.size()));
            var voter = new UUID(1, random.nextInt(voters));
            Instant at = MIDNIGHT.plusSeconds(i * 1000L);
            if (random.nextInt(3) > 0) {
                Choice choice = any(Choice.values(), random);
                add(logs.votes, new CastVote(tool, voter, choice, "device", null, null, at, null), at);
            } else {
                var kind = any(VoteRuling.Kind.values(), random);
                long upTo = random.nextInt(logs.votes.size() + 5);
                add(logs.rulings, new VoteRuling(tool, voter, kind, "burst", upTo, at), at);
            }
        }
        return logs;
    }

    static <T> T any(T[] of, Random random) {
        return of[random.nextInt(of.length)];
    }

    private static <T extends OfVoter> void add(List<Received<T>> log, T data, Instant at) {
        log.add(new Received<>("log", 0, log.size(), data.toolId() + ":" + data.voterId(), at, data));
    }

    /// Reads both to their ends in batches of random size; now and then a batch from further back comes again.
    void replay(Consumer<List<Received<CastVote>>> count, Consumer<List<Received<VoteRuling>>> rule, Random random) {
        int vote = 0;
        int ruling = 0;
        while (vote < votes.size() || ruling < rulings.size()) {
            if (ruling == rulings.size() || (vote < votes.size() && random.nextBoolean())) {
                vote = read(votes, vote, count, random);
            } else {
                ruling = read(rulings, ruling, rule, random);
            }
        }
    }

    private static <T> int read(List<T> log, int from, Consumer<List<T>> apply, Random random) {
        int to = Math.min(log.size(), from + 1 + random.nextInt(20));
        apply.accept(log.subList(from, to));
        int again = random.nextInt(to);
        apply.accept(log.subList(again, Math.min(to, again + 3)));
        return to;
    }
}
