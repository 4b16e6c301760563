package dev.toolverdicts.vote.ranking;

import java.time.Duration;

/// The settings the service starts with, for tests without it.
public final class Rules {

    public static final RankingSettings STANDARD = new RankingSettings(
            1.96,
            1.8,
            0.5,
            Duration.ofHours(4),
            7,
            20,
            100,
            1_000,
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(15),
            1);

    private Rules() {}
}
