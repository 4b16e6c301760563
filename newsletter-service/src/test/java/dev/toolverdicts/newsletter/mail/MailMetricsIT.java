package dev.toolverdicts.newsletter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.platform.web.SiteSettings;
import io.micrometer.core.instrument.MeterRegistry;
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

class MailMetricsIT extends NewsletterInfrastructure {

    /// After the running service's clock, so that its own worker leaves them alone, and long
    /// ago for the database.
    private static final Instant QUEUED = NOW.plus(Duration.ofHours(1));

    @Autowired
    private MailQueueRepository queue;

    @Autowired
    private ReturnPath returnPath;

    @Autowired
    private SiteSettings site;

    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    @AfterEach
    void nothingWaits() {
        jdbc.sql("DELETE FROM mail_queue").update();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    @Test
    void mailsThatWaitAreCountedAndTheirAgeTold() {
        assertThat(gauge("newsletter.mail.backlog")).isZero();
        assertThat(gauge("newsletter.mail.oldest")).isZero();

        enqueue("one@example.org");
        enqueue("two@example.org");
        jdbc.sql("UPDATE mail_queue SET queued_at = now() - interval '90 seconds' WHERE recipient = 'one@example.org'")
                .update();
        jdbc.sql("UPDATE mail_queue SET queued_at = now() WHERE recipient = 'two@example.org'")
                .update();

        assertThat(gauge("newsletter.mail.backlog")).isEqualTo(2);
        assertThat(gauge("newsletter.mail.oldest")).isBetween(90.0, 150.0);
    }

    @Test
    void repliesToThemAreCountedByWhoRunsTheMailbox() throws IOException {
        try (var server = new ScriptedSmtpServer((_, _) -> null)) {
            enqueue("reader-" + UUID.randomUUID() + "@gmail.com");
            enqueue("reader-" + UUID.randomUUID() + "@example.org");

            MeterRegistry counted = new QueueRun(jdbc, returnPath, site, server.port()).countedAt(QUEUED);

            assertThat(replies(counted, "google", "2xx")).isEqualTo(1);
            assertThat(replies(counted, "other", "2xx")).isEqualTo(1);
            assertThat(replies(counted, "google", "5xx")).isZero();
        }
    }

    @Test
    void everyReplyOfEveryProviderIsThereBeforeTheFirstOne() {
        assertThat(meters.get("newsletter.smtp.replies").counters()).hasSizeGreaterThanOrEqualTo(35);
    }

    private static double replies(MeterRegistry counted, String domain, String reply) {
        return counted.get("newsletter.smtp.replies")
                .tags("domain", domain, "reply", reply)
                .counter()
                .count();
    }

    private void enqueue(String to) {
        new TransactionalMail(queue, UUID::randomUUID, Clock.fixed(QUEUED, ZoneOffset.UTC))
                .enqueue(to, "Confirm", "<p>Hello</p>", "Hello");
    }
}
