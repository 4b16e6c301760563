package dev.toolverdicts.newsletter.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.platform.telemetry.TraceParent;
import dev.toolverdicts.platform.web.SiteSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A trace goes from a request to the mail that it causes, however much later that is sent.
class MailTraceIT extends NewsletterInfrastructure {

    @Autowired
    private ReturnPath returnPath;

    @Autowired
    private SiteSettings site;

    @BeforeEach
    @AfterEach
    void nothingWaits() {
        jdbc.sql("DELETE FROM mail_queue").update();
    }

    @Test
    void aSignUpIsFollowedToItsMail() throws IOException {
        String door = String.valueOf(TRACES.tracing().server("door", null).parent());
        String trace = String.valueOf(TraceParent.traceId(door));
        String address = "reader-" + UUID.randomUUID() + "@example.org";

        HttpResponse<String> answer =
                postJson("/api/v1/newsletter/subscriptions", "{\"email\": \"" + address + "\"}", "traceparent", door);
        assertThat(answer.statusCode()).isEqualTo(202);
        try (var server = new ScriptedSmtpServer((_, _) -> null)) {
            // The service's own worker may be trying in vain at the same time.
            await().until(() -> {
                var _ = new QueueRun(jdbc, returnPath, site, server.port())
                        .countedAt(NOW.plus(Duration.ofDays(1)), TRACES.tracing());
                return !server.arrived().isEmpty();
            });
            assertThat(server.arrived())
                    .filteredOn(mail -> mail.recipient().equals(address))
                    .hasSize(1);
        }

        assertThat(TRACES.names(trace)).contains("POST /api/v1/newsletter/subscriptions", "mail");
        assertThat(TRACES.of(trace).toString()).contains("Accepted").doesNotContain(address);
    }
}
