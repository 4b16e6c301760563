package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/// How far the counting is, and what it came to.
final class Count {

    private static final int PATIENCE = 180;

    private final List<Api> copies;
    private final Api vote;
    private final Api catalog;
    private final Ballots ballots;
    private final String operator;

    Count(Stack stack, Ballots ballots) throws IOException {
        copies = stack.ports("vote-service").stream().map(Api::new).toList();
        vote = copies.getFirst();
        catalog = new Api(stack.port("catalog-service"));
        operator = stack.token("operator");
        this.ballots = ballots;
    }

    long lag() {
        return copies.stream().mapToLong(copy -> copy.lag(operator)).sum();
    }

    /// Returns when all votes are counted and shown.
    void settle() {
        Waiting.until(
                "every vote is counted and on its card",
                PATIENCE,
                () -> lag() == 0
                        && catalog.lag(operator) == 0
                        && stored() == LongStream.of(shown()).sum());
    }

    /// The votes of all tallies together.
    long stored() {
        return ballots.tools().stream()
                .mapToLong(slug -> votes(vote.json("/api/v1/tools/" + slug + "/tally")))
                .sum();
    }

    private long shown() {
        return ballots.tools().stream()
                .mapToLong(slug -> votes(catalog.json("/api/v1/tools/" + slug).path("community")))
                .sum();
    }

    private static long votes(JsonNode tally) {
        return tally.path("ships").asLong() + tally.path("skips").asLong();
    }

    /// Whether every tally equals the votes it stands for.
    boolean isExact() {
        return vote.json("/api/v1/votes/check", "Authorization", "Bearer " + operator)
                .path("differences")
                .isEmpty();
    }
}
