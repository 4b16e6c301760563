package dev.toolverdicts.system;

import tools.jackson.databind.JsonNode;

/// How many ship a tool and how many skip it.
public record Counts(long ships, long skips) {

    /// Of a tally, a panel or a card's community.
    public static Counts of(JsonNode node) {
        return new Counts(node.path("ships").asLong(-1), node.path("skips").asLong(-1));
    }
}
