package dev.toolverdicts.newsletter.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.Reader;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer.Step;
import dev.toolverdicts.platform.web.SiteSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class TransactionalMailIT extends NewsletterInfrastructure {

    /// After the time at which the clock of the running service stands: its own worker never finds
    /// these mails due.
    private static final Instant QUEUED = NOW.plus(Duration.ofDays(1));

    @Autowired
    private MailQueueRepository queue;

    @Autowired
    private ReturnPath returnPath;

    @Autowired
    private SiteSettings site;

    @Autowired
    private TransactionTemplate transactions;

    private ScriptedSmtpServer server;
    private String to;

    @BeforeEach
    void start() throws IOException {
        jdbc.sql("DELETE FROM mail_queue").update();
        server = new ScriptedSmtpServer((_, _) -> null);
        to = "reader-" + UUID.randomUUID() + "@example.org";
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        jdbc.sql("DELETE FROM mail_queue").update();
    }

    private TransactionalMail mail() {
        return new TransactionalMail(queue, UUID::randomUUID, Clock.fixed(QUEUED, ZoneOffset.UTC));
    }

    private void workAt(Instant now) {
        new QueueRun(jdbc, returnPath, site, server.port()).at(now);
    }

    private long waiting() {
        return jdbc.sql("SELECT count(*) FROM mail_queue").query(Long.class).single();
    }

    @Test
    void whatIsQueuedIsSentOnceAndForgotten() {
        mail().enqueue(to, "Confirm – please", "<p>Hello</p>", "Hello");
        workAt(QUEUED);
        workAt(QUEUED.plus(Duration.ofDays(1)));

        assertThat(server.arrived()).singleElement().satisfies(arrived -> {
            assertThat(arrived.recipient()).isEqualTo(to);
            assertThat(arrived.sender()).isEqualTo("no-reply@example.org");
            assertThat(arrived.raw())
                    .contains("From: Tool Verdicts <no-reply@example.org>\r\n", "To: " + to + "\r\n")
                    .contains("Date: Wed, 25 Nov 2026 12:00:00 +0000\r\n", "Auto-Submitted: auto-generated\r\n")
                    .contains("Content-Type: text/plain", "Content-Type: text/html");
        });
        assertThat(waiting()).isZero();
    }

    @Test
    void whatComesUntilFurtherNoticeSaysHowToEndItAndIsWithheldAfterThat() {
        Reader reader = Reader.subscribed(jdbc);
        var wish = new StandingWish(reader.id(), "https://example.org/end?token=t");
        mail().enqueue(reader.email(), "Alert", "<p>Changed</p>", "Changed", wish);
        workAt(QUEUED);
        assertThat(server.arrived())
                .singleElement()
                .satisfies(arrived -> assertThat(arrived.raw())
                        .contains("From: Tool Verdicts Weekly <weekly@news.example.org>\r\n")
                        .contains("List-Unsubscribe: <https://example.org/end?token=t>, <mailto:"
                                + returnPath.unsubscribes(reader.id()) + ">\r\n")
                        .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n")
                        .doesNotContain("Auto-Submitted"));

        mail().enqueue(reader.email(), "Alert", "<p>Changed</p>", "Changed", wish);
        jdbc.sql("UPDATE subscriber SET status = 'unsubscribed', suppressed = 'unsubscribed' WHERE subscriber_id = :id")
                .param("id", reader.id())
                .update();
        workAt(QUEUED);
        assertThat(server.arrived()).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void whatIsEndedWhileItIsHandedOverIsWithheld() {
        Reader reader = Reader.subscribed(jdbc);
        var wish = new StandingWish(reader.id(), "https://example.org/end?token=t");
        server.follow((step, _) -> {
            if (step == Step.DATA) {
                mail().forgetStanding(reader.id());
            }
            return null;
        });
        mail().enqueue(reader.email(), "Alert", "<p>Changed</p>", "Changed", wish);
        workAt(QUEUED);
        assertThat(server.arrived()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        transactions.executeWithoutResult(status -> {
            mail().enqueue(to, "Confirm", "<p>Hello</p>", "Hello");
            status.setRollbackOnly();
        });
        workAt(QUEUED);
        assertThat(server.arrived()).isEmpty();
    }

    @Test
    void whatTheServerPutsOffComesAgainLater() {
        server.follow((step, _) -> step == Step.RCPT ? "451 4.7.1 greylisted" : null);
        mail().enqueue(to, "Confirm", "<p>Hello</p>", "Hello");
        workAt(QUEUED);
        server.follow((_, _) -> null);
        workAt(QUEUED.plusSeconds(30));
        assertThat(server.arrived()).as("too early").isEmpty();
        workAt(QUEUED.plusSeconds(90));
        assertThat(server.arrived()).hasSize(1);
    }

    @Test
    void aMailInDoubtIsSentAgain() {
        server.follow((step, _) -> step == Step.AFTER_DOT ? ScriptedSmtpServer.CUT : null);
        mail().enqueue(to, "Confirm", "<p>Hello</p>", "Hello");
        workAt(QUEUED);
        server.follow((_, _) -> null);
        workAt(QUEUED.plusSeconds(90));
        assertThat(server.arrived()).as("better twice than never").hasSize(2);
        assertThat(waiting()).isZero();
    }

    @Test
    void whatIsRefusedForGoodOrForThreeDaysIsGivenUp() {
        server.follow((step, _) -> step == Step.RCPT ? "550 5.1.1 unknown" : null);
        mail().enqueue(to, "Confirm", "<p>Hello</p>", "Hello");
        workAt(QUEUED);
        assertThat(waiting()).isZero();

        server.follow((step, _) -> step == Step.RCPT ? "450 4.2.1 later" : null);
        mail().enqueue(to, "Confirm", "<p>Hello</p>", "Hello");
        workAt(QUEUED.plus(Duration.ofHours(71)));
        assertThat(waiting()).isEqualTo(1);
        workAt(QUEUED.plus(Duration.ofHours(73)));
        assertThat(waiting()).isZero();
    }

    @Test
    void aWorkerThatDiedLeavesItsMailToTheNext() {
        mail().enqueue(to, "Confirm", "<p>Hello</p>", "Hello");
        assertThat(queue.take(QUEUED, Duration.ofMinutes(15))).isPresent();
        workAt(QUEUED);
        assertThat(server.arrived()).as("somebody is at it").isEmpty();
        workAt(QUEUED.plus(Duration.ofMinutes(16)));
        assertThat(server.arrived()).hasSize(1);
    }

    @Test
    void noLineBreakIsQueued() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail().enqueue("a@example.org\r\nBcc: b@example.org", "s", "h", "t"));
        assertThatIllegalArgumentException().isThrownBy(() -> mail().enqueue(to, "s\r\nBcc: b@example.org", "h", "t"));
        assertThat(waiting()).isZero();
    }

    @Test
    void whoIsForgottenGetsNothing() {
        mail().enqueue(to, "Confirm", "<p>Hello</p>", "Hello");
        assertThat(mail().forget(to)).isEqualTo(1);
        workAt(QUEUED);
        assertThat(server.arrived()).isEmpty();
    }
}
