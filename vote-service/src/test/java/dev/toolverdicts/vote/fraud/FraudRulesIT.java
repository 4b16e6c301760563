package dev.toolverdicts.vote.fraud;

import static dev.toolverdicts.vote.fraud.RulesOnVotes.NOW;
import static dev.toolverdicts.vote.fraud.RulesOnVotes.TOOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.vote.fraud.RulesOnVotes.Vote;
import dev.toolverdicts.vote.ruling.Decision;
import dev.toolverdicts.vote.ruling.RulingKind;
import dev.toolverdicts.vote.ruling.VoteAt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each rule where it must hold votes, and right beside it, where it must not.
class FraudRulesIT {

    private static final Instant THIS_HOUR = Instant.parse("2026-11-24T10:00:00Z");

    private RulesOnVotes on;

    @BeforeEach
    void nobodyHasVoted() {
        on = new RulesOnVotes();
    }

    private List<String> held() {
        on.look();
        return on.decisions.made();
    }

    @Test
    void equalVotesOfOneNetworkAreHeldAndOthersAreNot() {
        on.cast(10, vote -> vote.from("crowd"));
        on.cast(Vote.of(77));
        assertThat(held())
                .hasSize(10)
                .allMatch(it -> it.endsWith(":shared_network"))
                .doesNotContain("77:shared_network");
        assertThat(on.audits()).isOne();
    }

    @Test
    void fewerOrUnequalOrOldVotesOfOneNetworkAreFine() {
        on.cast(9, vote -> vote.from("crowd"));
        on.cast(Vote.of(20).from("crowd").choosing("skip"));
        on.cast(Vote.of(21).from("crowd").choosing("none"));
        on.cast(Vote.of(22).from("crowd").castAt(NOW.minus(Duration.ofMinutes(11))));
        on.cast(Vote.of(23).from("crowd").on(new UUID(7, 2)));
        assertThat(held()).isEmpty();
    }

    @Test
    void votesWithoutANetworkAreNotJudged() {
        on.cast(50, vote -> vote.from(null).knownSince(THIS_HOUR));
        for (int tool = 0; tool < 9; tool++) {
            on.cast(Vote.of(1).on(new UUID(8, tool)).from(null));
        }
        assertThat(held()).isEmpty();
        assertThat(on.flagged()).isFalse();
    }

    @Test
    void aCrowdOfNewVotersIsHeldAndWhoWasThereBeforeIsNot() {
        on.cast(8, vote -> vote.knownSince(THIS_HOUR));
        on.cast(Vote.of(20));
        on.cast(Vote.of(21));
        assertThat(held())
                .hasSize(8)
                .allMatch(it -> it.endsWith(":young_cohort"))
                .doesNotContain("20:young_cohort");
    }

    @Test
    void newVotersAmongOthersAreFine() {
        on.cast(7, vote -> vote.knownSince(THIS_HOUR));
        for (long voter = 20; voter < 23; voter++) {
            on.cast(Vote.of(voter));
        }
        assertThat(held()).isEmpty();
    }

    @Test
    void votersWhoCameTwoHoursAgoAreNotNew() {
        on.cast(10, vote -> vote.knownSince(THIS_HOUR.minus(Duration.ofHours(2))));
        assertThat(held()).isEmpty();
    }

    @Test
    void aRushThatOneOtherSiteSentIsHeldAndWhoCameByThemselvesAreNot() {
        on.cast(10, vote -> vote.sentBy("example.org"));
        on.cast(Vote.of(20));
        on.cast(Vote.of(21).sentBy("example.net"));
        assertThat(held())
                .hasSize(10)
                .allMatch(it -> it.endsWith(":single_referrer"))
                .doesNotContain("20:single_referrer", "21:single_referrer");
    }

    @Test
    void aCrowdOfOneSiteThatIsSmallOrOneOfManyOrOfTwoMindsIsFine() {
        on.cast(9, vote -> vote.sentBy("example.org"));
        assertThat(held()).isEmpty();
        on.cast(10, vote -> vote.sentBy("example.org"));
        for (long voter = 20; voter < 23; voter++) {
            on.cast(Vote.of(voter));
        }
        assertThat(held()).isEmpty();
        on = new RulesOnVotes();
        on.cast(20, vote -> vote.sentBy("example.org").choosing(vote.voter() % 2 == 0 ? "ship" : "skip"));
        assertThat(held()).isEmpty();
    }

    @Test
    void aCrowdThatCameFromNowhereInParticularIsNoSitesRush() {
        on.cast(30, vote -> vote);
        assertThat(held()).isEmpty();
    }

    /// A search engine sends most of a popular tool's voters on every day.
    @Test
    void whatASiteSendsIsFineOnAToolThatUsuallyGetsAsMuch() {
        for (int day = 1; day <= 7; day++) {
            // 576 a day are four in ten minutes; three times that is more than ten.
            on.jdbc
                    .sql("INSERT INTO tally_days VALUES (?, ?, 'device', 576, 0, 0, 0)")
                    .params(TOOL, LocalDate.parse("2026-11-24").minusDays(day))
                    .update();
        }
        on.cast(10, vote -> vote.sentBy("example.org"));
        assertThat(held()).isEmpty();
    }

    @Test
    void oneVoterOnManyToolsIsSerialVoting() {
        for (int tool = 0; tool < 5; tool++) {
            on.cast(Vote.of(1).on(new UUID(8, tool)));
            on.cast(Vote.of(2 + tool).on(new UUID(8, tool)));
        }
        for (int tool = 0; tool < 4; tool++) {
            on.cast(Vote.of(50).on(new UUID(8, tool)));
        }
        assertThat(held()).hasSize(5).containsOnly("1:serial_voting");
    }

    @Test
    void oneNetworkOnManyToolsIsSerialVoting() {
        for (int tool = 0; tool < 9; tool++) {
            on.cast(Vote.of(1 + tool).on(new UUID(8, tool)).from("crowd"));
            on.cast(Vote.of(100 + tool).on(new UUID(8, tool)));
        }
        assertThat(held()).hasSize(9).allMatch(it -> it.endsWith(":serial_voting"));
        assertThat(on.decisions.tools()).hasSize(9);
    }

    private void votedBefore(long voter, Duration ago) {
        on.cast(Vote.of(voter).on(new UUID(8, 1)).castAt(NOW.minus(ago)));
    }

    @Test
    void votersWhoComeBackTogetherAfterMonthsAreHeldAndOthersAreNot() {
        for (long voter = 1; voter <= 6; voter++) {
            votedBefore(voter, Duration.ofDays(61));
        }
        votedBefore(7, Duration.ofDays(59));
        on.cast(10, vote -> vote);
        assertThat(held())
                .containsExactlyInAnyOrder(
                        "1:dormant_voters",
                        "2:dormant_voters",
                        "3:dormant_voters",
                        "4:dormant_voters",
                        "5:dormant_voters",
                        "6:dormant_voters");
    }

    @Test
    void whoVotedInBetweenHasNotBeenAway() {
        for (long voter = 1; voter <= 10; voter++) {
            votedBefore(voter, Duration.ofDays(90));
            on.cast(Vote.of(voter).on(new UUID(8, 2)).castAt(NOW.minus(Duration.ofDays(voter))));
        }
        on.cast(10, vote -> vote);
        assertThat(held()).isEmpty();
    }

    @Test
    void fewWokenVotersAmongOthersOrInASmallCrowdAreFine() {
        for (long voter = 1; voter <= 4; voter++) {
            votedBefore(voter, Duration.ofDays(90));
        }
        on.cast(10, vote -> vote);
        assertThat(held()).isEmpty();
        for (long voter = 5; voter <= 9; voter++) {
            votedBefore(voter, Duration.ofDays(90));
            on.cast(Vote.of(voter).on(new UUID(9, 9)));
        }
        assertThat(held()).allMatch(it -> it.endsWith(":dormant_voters")).hasSize(9);
        assertThat(on.decisions.tools()).containsExactly(TOOL);
    }

    @Test
    void nothingIsDecidedTwiceWhetherItIsCountedOrNot() {
        on.cast(10, vote -> vote.from("crowd").knownSince(THIS_HOUR));
        assertThat(held()).hasSize(10);
        assertThat(held()).hasSize(10);
        on.decisions.count();
        assertThat(held()).hasSize(10);
    }

    @Test
    void aVoteThatIsCastAgainIsAnotherVote() {
        on.cast(10, vote -> vote.from("crowd"));
        assertThat(held()).hasSize(10);
        on.cast(Vote.of(3).from("crowd").at(1_000));
        assertThat(held()).hasSize(11).endsWith("3:shared_network");
    }

    @Test
    void whatIsRestoredStaysUntilItIsCastAgain() {
        on.cast(10, vote -> vote.from("crowd"));
        assertThat(held()).hasSize(10);
        var restored = new Decision(TOOL, RulingKind.RESTORED, "appeal_granted", "moderator:a", "known people", NOW);
        on.transactions.executeWithoutResult(_ -> on.decisions.rulings.decide(
                restored,
                Stream.iterate(1L, it -> it <= 10, it -> it + 1)
                        .map(FraudRulesIT::vote)
                        .toList()));
        assertThat(held()).hasSize(20);
        on.decisions.count();
        assertThat(held()).hasSize(20);
        // Ten that were let through and one more of the same network are one suspect vote, not eleven.
        on.cast(Vote.of(30).from("crowd"));
        assertThat(held()).hasSize(20);
    }

    private static VoteAt vote(long voter) {
        return new VoteAt(TOOL, new UUID(1, voter), voter);
    }

    @Test
    void twoCopiesThatLookAtOnceDecideOnce() {
        on.cast(10, vote -> vote.from("crowd"));
        try (var executor = Executors.newFixedThreadPool(4)) {
            CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(on::look, executor))
                            .limit(12)
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        on.look();
        assertThat(on.decisions.made()).hasSize(10);
        assertThat(on.audits()).isOne();
    }

    @Test
    void switchedOffNothingIsHeldOrFlagged() {
        on.cast(20, vote -> vote.from("crowd").knownSince(THIS_HOUR));
        on.scan(RulesOnVotes.settings(false), NOW).lookIfNeeded();
        assertThat(on.decisions.made()).isEmpty();
        assertThat(on.flagged()).isFalse();
    }
}
