package dev.toolverdicts.newsletter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.newsletter.mail.Outcome;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer;
import dev.toolverdicts.newsletter.mail.SmtpSession;
import dev.toolverdicts.newsletter.mail.SmtpSettingsFor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the mail server knows and the ledger does not yet.
class LostDatabaseIT extends DispatchInfrastructure {

    @Autowired
    private RateRepository slots;

    /// Takes rows out and will not have them back.
    private static final class Refusing extends DeliveryRepository {

        Refusing(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        void sent(Claim claim, Outcome.Accepted accepted, Instant now) {
            throw new DataIntegrityViolationException("refused");
        }
    }

    @Test
    void whatWasHandedOverCountsForTheLimitsThoughItCannotBeWrittenDown() throws Exception {
        UUID issue = sendingIssue(1);
        jdbc.sql("DELETE FROM send_slot WHERE scope = 'all'").update();
        var limits = new SendRates(
                slots,
                new RateSettings(1, 1, Duration.ofHours(1), List.of()),
                settings(Duration.ofMinutes(1)));
        try (var server = new ScriptedSmtpServer((_, _) -> null);
                var session = new SmtpSession(SmtpSettingsFor.port(server.port()))) {
            var worker = worker(
                    SmtpSettingsFor.port(server.port()),
                    new Refusing(jdbc),
                    limits,
                    Duration.ofMinutes(1),
                    Clock.fixed(NOW, ZoneOffset.UTC));
            assertThatThrownBy(() -> worker.round(session, () -> true))
                    .isInstanceOf(DataIntegrityViolationException.class);
            assertThat(server.arrived()).hasSize(1);
        }
        assertThat(counts(issue)).isEqualTo(Map.of("at_dot", 1L));
        assertThat(limits.forAny()).isEmpty();
        assertThat(limits.forDomain("example.org")).isEmpty();
    }
}
