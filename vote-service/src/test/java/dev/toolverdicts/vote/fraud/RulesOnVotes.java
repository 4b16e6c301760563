package dev.toolverdicts.vote.fraud;

import dev.toolverdicts.vote.MigratedDatabase;
import dev.toolverdicts.vote.ruling.Decisions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Votes on a real database, looked at at a fixed time with small thresholds.
final class RulesOnVotes {

    static final Instant NOW = Instant.parse("2026-11-24T10:30:00Z");
    static final UUID TOOL = new UUID(7, 1);
    private static final Instant LONG_AGO = Instant.parse("2026-11-01T10:00:00Z");

    final DriverManagerDataSource database;
    final JdbcClient jdbc;
    final Decisions decisions;
    final TransactionTemplate transactions;

    RulesOnVotes() {
        database = MigratedDatabase.fresh();
        jdbc = JdbcClient.create(database);
        decisions = new Decisions(jdbc);
        transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /// Ten equal votes of a network, ten voters nearly all of them new, more than four tools, a
    /// burst of twelve.
    static FraudSettings settings(boolean enabled) {
        return new FraudSettings(
                enabled,
                Duration.ofSeconds(5),
                Duration.ofHours(2),
                1_000,
                Duration.ofMinutes(5),
                12,
                3,
                Duration.ofMinutes(30),
                Duration.ofMinutes(10),
                10,
                Duration.ofMinutes(10),
                10,
                0.8,
                Duration.ofMinutes(5),
                10,
                0.8,
                Duration.ofHours(1),
                Duration.ofMinutes(10),
                4,
                8,
                Duration.ofMinutes(10),
                10,
                0.5,
                Duration.ofDays(60));
    }

    FraudScan scan(FraudSettings settings, Instant at) {
        return scan(settings, at, Instant.MIN);
    }

    FraudScan scan(FraudSettings settings, Instant at, Instant countedUntil) {
        return new FraudScan(
                new FraudQueries(jdbc),
                new RushQueries(jdbc),
                new BrigadeRepository(jdbc),
                new JudgedRepository(jdbc),
                decisions.rulings,
                transactions,
                () -> countedUntil,
                settings,
                Clock.fixed(at, ZoneOffset.UTC));
    }

    void look() {
        look(NOW);
    }

    void look(Instant at) {
        scan(settings(true), at).lookIfNeeded();
    }

    /// A look after which everything that was accepted until then is counted.
    void look(Instant at, Instant countedUntil) {
        scan(settings(true), at, countedUntil).lookIfNeeded();
    }

    record Vote(
            UUID tool,
            long voter,
            String choice,
            @Nullable String network,
            @Nullable String site,
            Instant since,
            long offset,
            Instant at) {

        static Vote of(long voter) {
            return new Vote(TOOL, voter, "ship", "net-" + voter, null, LONG_AGO, voter, NOW.minusSeconds(30));
        }

        Vote on(UUID other) {
            return new Vote(other, voter, choice, network, site, since, offset, at);
        }

        Vote choosing(String other) {
            return new Vote(tool, voter, other, network, site, since, offset, at);
        }

        Vote from(@Nullable String other) {
            return new Vote(tool, voter, choice, other, site, since, offset, at);
        }

        Vote sentBy(@Nullable String other) {
            return new Vote(tool, voter, choice, network, other, since, offset, at);
        }

        Vote knownSince(Instant other) {
            return new Vote(tool, voter, choice, network, site, other, offset, at);
        }

        Vote castAt(Instant other) {
            return new Vote(tool, voter, choice, network, site, since, offset, other);
        }

        Vote at(long other) {
            return new Vote(tool, voter, choice, network, site, since, other, at);
        }
    }

    void cast(Vote vote) {
        jdbc.sql("""
                        INSERT INTO votes (tool_id, voter_id, choice, network_hash, arrival_site, voter_since, log_partition, log_offset, cast_at)
                        VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)
                        ON CONFLICT (tool_id, voter_id) DO UPDATE SET choice = excluded.choice,
                            log_offset = excluded.log_offset, cast_at = excluded.cast_at
                        """)
                .params(
                        vote.tool(),
                        new UUID(1, vote.voter()),
                        vote.choice(),
                        vote.network(),
                        vote.site(),
                        vote.since().atOffset(ZoneOffset.UTC),
                        vote.offset(),
                        vote.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void cast(long voters, UnaryOperator<Vote> like) {
        LongStream.rangeClosed(1, voters).forEach(voter -> cast(like.apply(Vote.of(voter))));
    }

    boolean flagged() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM tool_brigade WHERE tool_id = ? AND active)")
                .param(TOOL)
                .query(Boolean.class)
                .single();
    }

    long audits() {
        return jdbc.sql("SELECT count(*) FROM moderation_audit")
                .query(Long.class)
                .single();
    }
}
