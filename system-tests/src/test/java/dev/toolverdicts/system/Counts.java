package dev.toolverdicts.system;

import java.util.Collection;
import tools.jackson.databind.JsonNode;

/// How many ship a tool and how many skip it.
record Counts(long ships, long skips) {

    static Counts of(Collection<Choice> choices) {
        return new Counts(
                choices.stream().filter(Choice.SHIP::equals).count(),
                choices.stream().filter(Choice.SKIP::equals).count());
    }

    /// Of a tally, a panel or a card's community.
    static Counts of(JsonNode node) {
        return new Counts(node.path("ships").asLong(-1), node.path("skips").asLong(-1));
    }
}
