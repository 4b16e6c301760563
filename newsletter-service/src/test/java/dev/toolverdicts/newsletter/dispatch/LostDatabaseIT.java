package dev.toolverdicts.newsletter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.newsletter.mail.Outcome;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer.Arrived;
import dev.toolverdicts.newsletter.mail.SmtpSession;
import dev.toolverdicts.newsletter.mail.SmtpSettingsFor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database that goes away, or fails, at each step of a message.
class LostDatabaseIT extends DispatchInfrastructure {

    private static final Duration RETRY = Duration.ofMinutes(1);

    @Autowired
    private RateRepository slots;

    private ScriptedSmtpServer server;

    @BeforeEach
    void open() throws Exception {
        server = new ScriptedSmtpServer((_, _) -> null);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    private boolean round(DeliveryRepository rows, SendRates limits, boolean running) {
        var smtp = SmtpSettingsFor.port(server.port());
        try (var session = new SmtpSession(smtp)) {
            return worker(smtp, rows, limits, RETRY, Clock.fixed(NOW, ZoneOffset.UTC))
                    .round(session, () -> running);
        }
    }

    private int attempts(UUID issue, String state) {
        return jdbc.sql("SELECT max(attempts) FROM delivery WHERE issue_id = :i AND state = :state")
                .param("i", issue)
                .param("state", state)
                .query(Integer.class)
                .single();
    }

    /// Lets messages go and will not hear what became of them.
    private static final class Refusing extends DeliveryRepository {

        Refusing(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        CompletableFuture<Boolean> sent(Claim claim, Outcome.Accepted accepted, Instant now) {
            return CompletableFuture.failedFuture(new DataIntegrityViolationException("refused"));
        }
    }

    /// Away after the dot, for as many tries as it is told.
    private static final class AwayAfterTheDot extends DeliveryRepository {

        private final AtomicInteger away;

        AwayAfterTheDot(JdbcClient jdbc, int tries) {
            super(jdbc);
            away = new AtomicInteger(tries);
        }

        @Override
        CompletableFuture<Boolean> sent(Claim claim, Outcome.Accepted accepted, Instant now) {
            return away.getAndDecrement() > 0
                    ? CompletableFuture.failedFuture(new DataAccessResourceFailureException("away"))
                    : super.sent(claim, accepted, now);
        }
    }

    /// Answers that get lost on their way from the database, once what was asked for is done.
    private static final class AnswerLost extends DeliveryRepository {

        private final boolean ofClaims;

        AnswerLost(JdbcClient jdbc, boolean ofClaims) {
            super(jdbc);
            this.ofClaims = ofClaims;
        }

        @Override
        List<Claim> claim(UUID issueId, String worker, int most, Set<String> without, Instant now) {
            List<Claim> claims = super.claim(issueId, worker, most, without, now);
            if (ofClaims) {
                throw new DataAccessResourceFailureException("lost");
            }
            return claims;
        }

        @Override
        boolean passDot(Claim claim, Instant now) {
            super.passDot(claim, now);
            throw new DataAccessResourceFailureException("lost");
        }
    }

    @Test
    void aShortOutageAfterTheDotMakesNoDoubt() {
        UUID issue = sendingIssue(3);
        assertThat(round(new AwayAfterTheDot(jdbc, 3), rates, true)).isTrue();
        assertThat(counts(issue)).isEqualTo(Map.of("sent", 3L));
        assertThat(server.arrived()).hasSize(3);
    }

    @Test
    void whatCannotBeWrittenDownHoldsUpNobodyElse() {
        UUID issue = sendingIssue(5);
        assertThatThrownBy(() -> round(new Refusing(jdbc), rates, true))
                .isInstanceOf(DataIntegrityViolationException.class);
        // The second may have been handed over while the first was being written.
        assertThat(counts(issue)).isIn(Map.of("at_dot", 1L, "pending", 4L), Map.of("at_dot", 2L, "pending", 3L));
        assertThat(attempts(issue, "pending")).isZero();
    }

    @Test
    void rowsWhoseClaimGotNoAnswerAreGivenBack() {
        UUID issue = sendingIssue(5);
        assertThatThrownBy(() -> round(new AnswerLost(jdbc, true), rates, true))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(counts(issue)).isEqualTo(Map.of("pending", 5L));
        assertThat(attempts(issue, "pending")).isZero();
    }

    @Test
    void withoutAnAnswerAtTheGateNoDotIsSentAndNobodyIsInDoubt() {
        UUID issue = sendingIssue(5);
        assertThatThrownBy(() -> round(new AnswerLost(jdbc, false), rates, true))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(counts(issue)).isEqualTo(Map.of("pending", 5L));
        assertThat(attempts(issue, "pending")).isZero();
        assertThat(server.arrived()).isEmpty();

        assertThat(round(ledger, rates, true)).isTrue();
        assertThat(server.arrived())
                .extracting(Arrived::recipient)
                .doesNotHaveDuplicates()
                .hasSize(5);
    }

    @Test
    void whoStopsHoldsNothing() {
        UUID issue = sendingIssue(5);
        assertThat(round(ledger, rates, false)).isFalse();
        assertThat(counts(issue)).isEqualTo(Map.of("pending", 5L));
        assertThat(server.arrived()).isEmpty();
    }

    @Test
    void whatWasHandedOverCountsForTheLimitsThoughItCannotBeWrittenDown() {
        UUID issue = sendingIssue(1);
        jdbc.sql("DELETE FROM send_slot WHERE scope IN ('all', '@example.org')").update();
        var limits = new SendRates(slots, new RateSettings(1, 1, Duration.ofHours(1), List.of()), settings(RETRY));
        assertThatThrownBy(() -> round(new Refusing(jdbc), limits, true))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(server.arrived()).hasSize(1);
        assertThat(counts(issue)).isEqualTo(Map.of("at_dot", 1L));
        assertThat(limits.forAny()).isEmpty();
        assertThat(limits.forDomain("example.org")).isEmpty();
    }
}
