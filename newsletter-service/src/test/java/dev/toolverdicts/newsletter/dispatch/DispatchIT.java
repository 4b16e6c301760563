package dev.toolverdicts.newsletter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.newsletter.mail.Outcome.Accepted;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer.Arrived;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer.Step;
import dev.toolverdicts.newsletter.mail.SmtpSession;
import dev.toolverdicts.newsletter.mail.SmtpSettingsFor;
import dev.toolverdicts.platform.test.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DispatchIT extends DispatchInfrastructure {

    @Autowired
    private RateRepository slots;

    private List<Claim> claim(UUID issue, Instant now) {
        return ledger.claim(issue, "worker", 100, Set.of(), now);
    }

    private void round(ScriptedSmtpServer server, Instant now) {
        var smtp = SmtpSettingsFor.port(server.port());
        try (var session = new SmtpSession(smtp)) {
            worker(smtp, ledger, Duration.ofMinutes(1), Clock.fixed(now, ZoneOffset.UTC))
                    .round(session, () -> true);
        }
    }

    @Test
    void anIssueIsSentByManyAndEnds() throws Exception {
        UUID issue = sendingIssue(100);
        try (var server = new ScriptedSmtpServer((_, _) -> null)) {
            sendAll(issue, 5, server.port(), ledger);
            round(server, Instant.now());
            assertThat(server.arrived())
                    .extracting(Arrived::recipient)
                    .doesNotHaveDuplicates()
                    .hasSize(100);
            assertThat(server.connections()).as("several messages over one").isLessThan(10);
        }
        assertThat(counts(issue)).isEqualTo(Map.of("sent", 100L));
        assertThat(status(issue)).isEqualTo("finished");
    }

    @Test
    void refusalsAreFinalAndEndTheIssueWithFailures() throws Exception {
        UUID issue = sendingIssue(2);
        try (var server = new ScriptedSmtpServer((step, _) -> step == Step.RCPT ? "550-5.1.1 no\r\n550 one" : null)) {
            round(server, NOW);
            round(server, NOW.plus(Duration.ofDays(9)));
            assertThat(server.arrived()).isEmpty();
        }
        assertThat(counts(issue)).isEqualTo(Map.of("rejected", 2L));
        assertThat(status(issue)).isEqualTo("finished_with_failures");
        assertThat(jdbc.sql("SELECT DISTINCT smtp_reply FROM delivery WHERE issue_id = :i AND smtp_code = 550")
                        .param("i", issue)
                        .query(String.class)
                        .single())
                .isEqualTo("550-5.1.1 no 550 one");
    }

    private Instant nextAttempt(UUID issue) {
        return jdbc.sql("SELECT next_attempt_at FROM delivery WHERE issue_id = :i")
                .param("i", issue)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Test
    void whatIsPutOffComesAgainInTime() throws Exception {
        UUID issue = sendingIssue(1);
        try (var server = new ScriptedSmtpServer((step, _) -> step == Step.AFTER_DOT ? "451 4.3.0 later" : null)) {
            round(server, NOW);
            round(server, NOW.plusSeconds(30));
            assertThat(server.arrived()).as("not yet").hasSize(1);
            round(server, NOW.plusSeconds(90));
            assertThat(server.arrived()).hasSize(2);
        }
        assertThat(counts(issue)).isEqualTo(Map.of("pending", 1L));
    }

    /// Each attempt comes five hours after it was due, as after a pause, a used-up limit or an
    /// outage of ours.
    @Test
    void itIsTriedForThreeDaysOfWaitingForTheServerAlone() throws Exception {
        UUID issue = sendingIssue(1);
        Instant now = NOW;
        Duration waited = Duration.ZERO;
        try (var server = new ScriptedSmtpServer((step, _) -> step == Step.AFTER_DOT ? "451 4.3.0 later" : null)) {
            round(server, now);
            while (counts(issue).containsKey("pending")) {
                Instant due = nextAttempt(issue);
                waited = waited.plus(Duration.between(now, due));
                now = due.plus(Duration.ofHours(5));
                round(server, now);
            }
        }
        assertThat(counts(issue)).isEqualTo(Map.of("rejected", 1L));
        assertThat(waited).isBetween(Duration.ofHours(72 - 5), Duration.ofHours(72));
    }

    @Test
    void rowsOfADomainThatHasHadEnoughAreLeftAlone() throws Exception {
        UUID issue = sendingIssue(35);
        jdbc.sql("""
                        WITH few AS (SELECT subscriber_id FROM delivery WHERE issue_id = :i ORDER BY ctid LIMIT 5),
                             moved AS (UPDATE subscriber s SET email = s.subscriber_id || '@other.example.org'
                                       FROM few WHERE s.subscriber_id = few.subscriber_id)
                        UPDATE delivery d SET domain = 'other.example.org'
                        FROM few WHERE d.issue_id = :i AND d.subscriber_id = few.subscriber_id
                        """).param("i", issue).update();
        jdbc.sql("DELETE FROM send_slot WHERE scope LIKE '@%example.org'").update();
        var limits = new SendRates(
                slots, new RateSettings(0, 1, Duration.ofHours(1), List.of()), settings(Duration.ofMinutes(1)));
        try (var server = new ScriptedSmtpServer((_, _) -> null)) {
            var smtp = SmtpSettingsFor.port(server.port());
            try (var session = new SmtpSession(smtp)) {
                var worker = worker(smtp, ledger, limits, Duration.ofMinutes(1), Clock.fixed(NOW, ZoneOffset.UTC));
                int rounds = 0;
                while (worker.round(session, () -> true)) {
                    rounds++;
                }
                assertThat(rounds)
                        .as("a batch for each domain, not one after the other")
                        .isBetween(1, 2);
            }
            assertThat(server.arrived())
                    .extracting(mail -> mail.recipient().substring(37))
                    .containsExactlyInAnyOrder("example.org", "other.example.org");
        }
        assertThat(counts(issue)).isEqualTo(Map.of("sent", 2L, "pending", 33L));
        jdbc.sql("UPDATE subscriber SET status = 'unsubscribed' WHERE email LIKE '%@other.example.org'")
                .update();
    }

    @Test
    void pauseHoldsWhatHasNotPassedTheDot() throws Exception {
        UUID issue = sendingIssue(10);
        Map<String, Boolean> seen = new ConcurrentHashMap<>();
        ScriptedSmtpServer.Script pausing = (step, whom) -> {
            if (step == Step.DATA && seen.put(whom, true) == null && seen.size() == 4) {
                jdbc.sql("UPDATE issue SET status = 'paused' WHERE issue_id = :i")
                        .param("i", issue)
                        .update();
            }
            return null;
        };
        try (var server = new ScriptedSmtpServer(pausing)) {
            round(server, NOW);
            assertThat(server.arrived()).hasSize(3);
            round(server, NOW);
            assertThat(server.arrived()).hasSize(3);
            assertThat(counts(issue)).isEqualTo(Map.of("pending", 7L, "sent", 3L));
            jdbc.sql("UPDATE issue SET status = 'sending' WHERE issue_id = :i")
                    .param("i", issue)
                    .update();
            round(server, NOW);
            assertThat(server.arrived())
                    .extracting(Arrived::recipient)
                    .doesNotHaveDuplicates()
                    .hasSize(10);
        }
    }

    @Test
    void aServerThatIsAwayCostsNobodyAnAttempt() throws Exception {
        UUID issue = sendingIssue(3);
        var server = new ScriptedSmtpServer((_, _) -> null);
        server.close();
        round(server, NOW);
        assertThat(jdbc.sql("SELECT max(attempts) FROM delivery WHERE issue_id = :i AND state = 'pending'")
                        .param("i", issue)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aFrozenWorkerFindsItsFenceGone() {
        UUID issue = sendingIssue(1);
        Claim frozen = claim(issue, NOW).getFirst();
        assertThat(claim(issue, NOW)).as("taken").isEmpty();
        assertThat(leases.sweep(LEASE, NOW.plus(LEASE))).as("not yet").isZero();
        Instant later = NOW.plus(LEASE).plusSeconds(1);
        leases.sweep(LEASE, later);
        Claim next = claim(issue, later).getFirst();

        assertThat(ledger.passDot(frozen, later)).isFalse();
        ledger.rejected(frozen, 550, "late", later);
        ledger.release(frozen, later);
        assertThat(ledger.passDot(next, later)).isTrue();
        ledger.sent(next, new Accepted(250, "ok"), later).join();
        assertThat(counts(issue)).isEqualTo(Map.of("sent", 1L));
    }

    @Test
    void aWorkerLostAtTheDotLeavesADoubtThatNobodyGuessesAway() {
        UUID issue = sendingIssue(1);
        Claim lost = claim(issue, NOW).getFirst();
        assertThat(ledger.passDot(lost, NOW)).isTrue();
        Instant later = NOW.plus(LEASE).plusSeconds(1);
        leases.sweep(LEASE, later);
        assertThat(counts(issue)).isEqualTo(Map.of("in_doubt", 1L));
        assertThat(claim(issue, later.plus(Duration.ofDays(30)))).isEmpty();

        ledger.sent(lost, new Accepted(250, "ok"), later).join();
        assertThat(counts(issue)).as("it was only slow, and knows").isEqualTo(Map.of("sent", 1L));
    }

    @Test
    void noWorkerOverrulesAnOperator() {
        UUID issue = sendingIssue(1);
        Claim lost = claim(issue, NOW).getFirst();
        ledger.passDot(lost, NOW);
        leases.sweep(LEASE, NOW.plus(LEASE).plusSeconds(1));
        assertThat(doubts.resolve(issue, lost.subscriberId(), Decision.RESEND, NOW))
                .hasValue(lost.fence() + 1);
        assertThat(doubts.resolve(issue, lost.subscriberId(), Decision.SENT, NOW))
                .isEmpty();
        ledger.sent(lost, new Accepted(250, "ok"), NOW).join();
        assertThat(counts(issue)).isEqualTo(Map.of("pending", 1L));
        assertThat(claim(issue, NOW)).hasSize(1);
    }

    @Test
    void anOperatorDecidesADoubtAndIsNamed() {
        UUID issue = sendingIssue(1);
        Claim lost = claim(issue, NOW).getFirst();
        ledger.passDot(lost, NOW);
        leases.sweep(LEASE, NOW.plus(LEASE).plusSeconds(1));
        String path = "/api/v1/newsletter/issues/" + issue + "/deliveries/" + lost.subscriberId() + "/resolve";
        String[] operator = {"Authorization", TestTokens.bearer("operator")};

        assertThat(postJson(path, "{\"decision\": \"sent\"}").statusCode()).isEqualTo(401);
        assertThat(postJson(path, "{\"decision\": \"perhaps\"}", operator).statusCode())
                .isEqualTo(400);
        assertThat(postJson(path, "{\"decision\": \"sent\", \"note\": \"ann@example.org has it\"}", operator)
                        .statusCode())
                .as("a note outlives the reader's erasure")
                .isEqualTo(400);
        assertThat(postJson(path, "{\"decision\": \"sent\", \"note\": \"the server's log has it\"}", operator)
                        .statusCode())
                .isEqualTo(204);
        assertThat(postJson(path, "{\"decision\": \"resend\"}", operator).statusCode())
                .isEqualTo(409);
        assertThat(counts(issue)).isEqualTo(Map.of("sent", 1L));
        assertThat(jdbc.sql("SELECT decision, actor, note FROM delivery_audit WHERE issue_id = :i")
                        .param("i", issue)
                        .query()
                        .singleRow())
                .isEqualTo(Map.of("decision", "sent", "actor", "operator-1", "note", "the server's log has it"));
        for (String table : List.of("delivery_audit", "issue_audit")) {
            for (String change : List.of("UPDATE %s SET actor = 'nobody'", "DELETE FROM %s", "TRUNCATE %s")) {
                assertThatThrownBy(() -> jdbc.sql(change.formatted(table)).update())
                        .hasMessageContaining(table + " is only added to");
            }
        }
    }

    /// Says when each row came to its point of no return.
    private static final class Watched extends DeliveryRepository {

        private final Map<UUID, Long> at = new ConcurrentHashMap<>();

        Watched(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        boolean passDot(Claim claim, Instant now) {
            at.put(claim.subscriberId(), System.nanoTime());
            return super.passDot(claim, now);
        }
    }

    private static void awaitFirst(CountDownLatch first) {
        try {
            var _ = first.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Promise G7.
    @Test
    void nobodyGetsAMailAfterTheirUnsubscribeHasCommitted() throws Exception {
        UUID issue = sendingIssue(1000);
        var watched = new Watched(jdbc);
        Map<UUID, Long> committed = new ConcurrentHashMap<>();
        List<UUID> readers = jdbc
                .sql("SELECT subscriber_id FROM delivery WHERE issue_id = :i")
                .param("i", issue)
                .query(UUID.class)
                .list()
                .stream()
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        Collections.shuffle(readers, new Random(7));
        // From the first mail on, or all may have left before there is one.
        var first = new CountDownLatch(1);
        Thread leaving = Thread.ofPlatform().start(() -> {
            awaitFirst(first);
            for (UUID reader : readers) {
                jdbc.sql(
                                "UPDATE subscriber SET status = 'unsubscribed', suppressed = 'unsubscribed' WHERE subscriber_id = :s")
                        .param("s", reader)
                        .update();
                committed.put(reader, System.nanoTime());
            }
        });
        ScriptedSmtpServer.Script counting = (step, _) -> {
            if (step == Step.AFTER_DOT) {
                first.countDown();
            }
            return null;
        };
        try (var server = new ScriptedSmtpServer(counting)) {
            sendAll(issue, 4, server.port(), watched);
            leaving.join();
            Map<String, String> states = states(issue);
            assertThat(server.arrived()).extracting(Arrived::recipient).doesNotHaveDuplicates();
            assertThat(server.arrived())
                    .allSatisfy(mail -> assertThat(states).containsEntry(mail.recipient(), "sent"))
                    .allSatisfy(mail -> {
                        UUID reader = UUID.fromString(mail.recipient().substring(0, 36));
                        assertThat(committed.get(reader)).isGreaterThan(watched.at.get(reader));
                    });
            assertThat(counts(issue))
                    .as("both happen, or it was no race")
                    .containsOnlyKeys("sent", "suppressed")
                    .containsEntry("sent", (long) server.arrived().size());
        }
    }
}
