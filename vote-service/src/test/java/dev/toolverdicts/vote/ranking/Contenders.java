package dev.toolverdicts.vote.ranking;

import java.time.Instant;
import java.util.UUID;

final class Contenders {

    static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    static Contender of(int number, long ships, long skips) {
        return of(number, ships, skips, LONG_AGO);
    }

    static Contender of(int number, long ships, long skips, Instant createdAt) {
        return new Contender(
                new UUID(0, number),
                "tool-" + number,
                createdAt,
                ships,
                skips,
                Wilson.of(ships, ships + skips, Rules.STANDARD.z()));
    }

    private Contenders() {}
}
