package dev.toolverdicts.vote.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.messaging.Received;
import dev.toolverdicts.vote.MigratedDatabase;
import dev.toolverdicts.vote.voter.Choice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Votes and rulings, in any order and from several counters, end in the same rows and exact tallies.
class CountingIT {

    private static final Instant AT = Instant.parse("2026-11-24T23:59:59Z");
    private static final UUID TOOL = new UUID(7, 1);

    private JdbcClient jdbc;
    private TallyRepository tallies;
    private RuledVoteRepository ruled;
    private TallyCheck check;
    private TransactionTemplate transaction;

    @BeforeEach
    void freshDatabase() {
        var database = MigratedDatabase.fresh();
        var transactions = new JdbcTransactionManager(database);
        jdbc = JdbcClient.create(database);
        tallies = new TallyRepository(jdbc);
        ruled = new RuledVoteRepository(jdbc);
        check = new TallyCheck(new TallyCheckQueries(jdbc, transactions), Clock.systemUTC());
        transaction = new TransactionTemplate(transactions);
    }

    private static <T extends OfVoter> Received<T> received(long offset, T data) {
        return new Received<>("log", 3, offset, data.toolId() + ":" + data.voterId(), AT, data);
    }

    private static Received<CastVote> vote(UUID tool, long voter, Choice choice, long offset) {
        return vote(tool, voter, choice, offset, AT);
    }

    private static Received<CastVote> vote(UUID tool, long voter, Choice choice, long offset, Instant at) {
        return received(
                offset,
                new CastVote(
                        tool,
                        new UUID(1, voter),
                        choice,
                        "device",
                        "3fa9",
                        at.truncatedTo(ChronoUnit.HOURS),
                        at,
                        "example.org"));
    }

    private static Received<VoteRuling> ruling(UUID tool, long voter, VoteRuling.Kind kind, long upTo, long offset) {
        return received(offset, new VoteRuling(tool, new UUID(1, voter), kind, "burst", upTo, AT));
    }

    private void count(List<Received<CastVote>> votes) {
        transaction.executeWithoutResult(_ -> tallies.count(VoteBatch.of(votes)));
    }

    private void rule(List<Received<VoteRuling>> rulings) {
        transaction.executeWithoutResult(_ -> ruled.rule(RulingBatch.of(rulings)));
    }

    private void assertTally(long ships, long skips, long held, long discarded) {
        assertThat(new TallyQueries(jdbc).find(List.of(TOOL)))
                .singleElement()
                .extracting(Tally::ships, Tally::skips, Tally::held, Tally::discarded)
                .containsExactly(ships, skips, held, discarded);
        assertThat(check.run().differences()).isEmpty();
    }

    @Test
    void aHeldVoteLeavesTheTallyAndComesBackRestored() {
        count(List.of(vote(TOOL, 1, Choice.SHIP, 5), vote(TOOL, 2, Choice.SKIP, 6)));
        rule(List.of(ruling(TOOL, 1, VoteRuling.Kind.HELD, 5, 0)));
        assertTally(0, 1, 1, 0);
        rule(List.of(ruling(TOOL, 1, VoteRuling.Kind.RESTORED, 5, 1)));
        assertTally(1, 1, 0, 0);
        rule(List.of(ruling(TOOL, 1, VoteRuling.Kind.DISCARDED, 5, 2)));
        assertTally(0, 1, 0, 1);
    }

    @Test
    void aRulingSpeaksOnlyOfVotesUpToItsPlace() {
        count(List.of(vote(TOOL, 1, Choice.SHIP, 5)));
        rule(List.of(ruling(TOOL, 1, VoteRuling.Kind.HELD, 5, 0)));
        count(List.of(vote(TOOL, 1, Choice.SKIP, 6)));
        assertTally(0, 1, 0, 0);
    }

    @Test
    void aRulingBeforeItsVoteWaitsForIt() {
        rule(List.of(ruling(TOOL, 1, VoteRuling.Kind.HELD, 5, 0)));
        count(List.of(vote(TOOL, 1, Choice.SHIP, 5)));
        assertTally(0, 0, 1, 0);
    }

    @Test
    void rulingsWithoutAVoteLeaveTheSameRowHoweverTheyAreBatched() {
        var first = new VoteRuling(TOOL, new UUID(1, 1), VoteRuling.Kind.HELD, "burst", 5, AT);
        var second = new VoteRuling(TOOL, new UUID(1, 1), VoteRuling.Kind.HELD, "burst", 5, AT.plusSeconds(9));
        rule(List.of(received(0, first), received(1, second)));
        var together = jdbc.sql("SELECT * FROM votes").query().listOfRows();
        jdbc.sql("TRUNCATE votes").update();

        rule(List.of(received(0, first)));
        rule(List.of(received(1, second)));

        assertThat(jdbc.sql("SELECT * FROM votes").query().listOfRows()).isEqualTo(together);
    }

    @Test
    void aWithdrawnVoteIsNeitherHeldNorDiscarded() {
        count(List.of(vote(TOOL, 1, Choice.SHIP, 5)));
        rule(List.of(ruling(TOOL, 1, VoteRuling.Kind.HELD, 9, 0)));
        count(List.of(vote(TOOL, 1, Choice.NONE, 8)));
        assertTally(0, 0, 0, 0);
    }

    @Test
    void aVoteThatIsCastAgainNextDayMovesToThatDay() {
        count(List.of(vote(TOOL, 1, Choice.SHIP, 5)));
        count(List.of(vote(TOOL, 1, Choice.SHIP, 6, AT.plus(Duration.ofSeconds(1)))));
        assertTally(1, 0, 0, 0);
        assertThat(jdbc.sql("SELECT day::text, ships FROM tally_days ORDER BY day")
                        .query()
                        .listOfRows())
                .containsExactly(Map.of("day", "2026-11-24", "ships", 0L), Map.of("day", "2026-11-25", "ships", 1L));
    }

    @Test
    void aVersionRisesOnlyWithTheTally() {
        count(List.of(vote(TOOL, 1, Choice.SHIP, 5)));
        count(List.of(vote(TOOL, 1, Choice.SHIP, 6)));
        rule(List.of(ruling(TOOL, 1, VoteRuling.Kind.RESTORED, 6, 0)));
        assertThat(new TallyQueries(jdbc).find(List.of(TOOL)))
                .singleElement()
                .extracting(Tally::version)
                .isEqualTo(1L);
    }

    @Test
    void aThousandVotesOfOneVoterInOneBatchAreOne() {
        var votes = new ArrayList<Received<CastVote>>();
        for (int i = 0; i < 1000; i++) {
            votes.add(vote(TOOL, 1, i % 2 == 0 ? Choice.SHIP : Choice.SKIP, i));
        }
        count(votes);
        assertTally(0, 1, 0, 0);
    }

    @Test
    void anyInterleavingOfVotesAndRulingsEndsInTheSameRows() {
        var random = new Random(42);
        var logs = Logs.random(random, List.of(TOOL, new UUID(7, 2)), 6, 120);
        logs.replay(this::count, this::rule, new Random(1));
        var once = rows();
        assertThat(check.run().differences()).isEmpty();
        for (int seed = 2; seed < 12; seed++) {
            jdbc.sql("TRUNCATE votes, tallies, tally_days").update();
            logs.replay(this::count, this::rule, new Random(seed));
            assertThat(rows()).as("seed %d", seed).isEqualTo(once);
            assertThat(check.run().differences()).as("seed %d", seed).isEmpty();
        }
    }

    /// Versions and times tell how it came about, the rest is what came of it.
    private Map<String, List<Map<String, Object>>> rows() {
        return Map.of(
                "votes", jdbc.sql("""
                        SELECT tool_id, voter_id, choice, state, log_offset, ruling, ruled_to, ruling_offset
                        FROM votes ORDER BY tool_id, voter_id""").query().listOfRows(),
                "tallies",
                        jdbc.sql("SELECT tool_id, ships, skips, held, discarded FROM tallies ORDER BY tool_id")
                                .query()
                                .listOfRows(),
                "days", jdbc.sql("""
                        SELECT * FROM tally_days WHERE (ships, skips, held, discarded) <> (0, 0, 0, 0)
                        ORDER BY tool_id, day""").query().listOfRows());
    }

    @Test
    void fourCountersOnTheSameToolsCountExactly() {
        try (var executor = Executors.newFixedThreadPool(4)) {
            var all = new ArrayList<CompletableFuture<Void>>();
            for (int writer = 0; writer < 4; writer++) {
                int own = writer;
                all.add(CompletableFuture.runAsync(() -> countAtRandom(own), executor));
            }
            all.forEach(CompletableFuture::join);
        }
        assertThat(check.run().differences()).isEmpty();
        assertThat(jdbc.sql("SELECT sum(held) FROM tallies").query(Long.class).single())
                .isPositive();
    }

    /// Every writer has voters of its own, as partitions do, and shares the tools with all.
    private void countAtRandom(int writer) {
        var random = new Random(writer);
        for (int batch = 0; batch < 40; batch++) {
            var votes = new ArrayList<Received<CastVote>>();
            var rulings = new ArrayList<Received<VoteRuling>>();
            for (int i = 0; i < 50; i++) {
                var tool = new UUID(7, random.nextInt(5));
                long voter = writer * 1000L + random.nextInt(30);
                votes.add(vote(tool, voter, Logs.any(Choice.values(), random), batch * 50L + i));
                rulings.add(
                        ruling(tool, voter, Logs.any(VoteRuling.Kind.values(), random), batch * 50L, batch * 50L + i));
            }
            Collections.shuffle(votes, random);
            count(votes);
            rule(rulings);
        }
    }
}
