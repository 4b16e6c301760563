package dev.toolverdicts.vote.duel;

import java.util.UUID;

/// Two tools in the order of their ids, as the database sorts them: by their text, byte for byte.
record Pair(UUID toolA, UUID toolB) {

    Pair {
        if (toolA.toString().compareTo(toolB.toString()) >= 0) {
            throw new IllegalArgumentException(toolA + " is not before " + toolB);
        }
    }

    static Pair of(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    static Pair parse(String key) {
        int between = key.indexOf(':');
        return new Pair(UUID.fromString(key.substring(0, between)), UUID.fromString(key.substring(between + 1)));
    }

    String key() {
        return toolA + ":" + toolB;
    }
}
