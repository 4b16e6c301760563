package dev.toolverdicts.newsletter.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.mail.ReturnPath;
import dev.toolverdicts.platform.test.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BounceIT extends NewsletterInfrastructure {

    private static final AtomicInteger WEEKS = new AtomicInteger();

    @Autowired
    private ReturnPath returnPath;

    private UUID issue() {
        UUID issue = UUID.randomUUID();
        int week = WEEKS.incrementAndGet();
        jdbc.sql("""
                        INSERT INTO issue (issue_id, iso_week, status, version, subject, html, text, author, created_at,
                                           started_at, updated_at, recipients)
                        VALUES (:id, :week, 'sending', 4, 's', 'h', 't', 'a', now(), now(), now(), 1)
                        """)
                .param("id", issue)
                .param("week", "%d-W%02d".formatted(1961 + week / 50, week % 50 + 1))
                .update();
        return issue;
    }

    private UUID subscriber() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO subscriber (subscriber_id, email, email_key, status, topics, requested_at)
                        VALUES (:id, :email, :email, 'confirmed', '{}', now())
                        """).param("id", id).param("email", id + "@example.org").update();
        return id;
    }

    private long sent(UUID issue, UUID subscriber) {
        return jdbc.sql("""
                        INSERT INTO delivery (issue_id, subscriber_id, state, domain, message_id, updated_at)
                        VALUES (:issue, :subscriber, 'sent', 'example.org', :id, :now::timestamptz - interval '1 hour')
                        RETURNING delivery_no
                        """)
                .param("issue", issue)
                .param("subscriber", subscriber)
                .param("id", "<" + UUID.randomUUID() + ">")
                .param("now", NOW.toString())
                .query(Long.class)
                .single();
    }

    private String suppressed(UUID subscriber) {
        return String.valueOf(jdbc.sql("SELECT suppressed FROM subscriber WHERE subscriber_id = :id")
                .param("id", subscriber)
                .query()
                .singleRow()
                .get("suppressed"));
    }

    private String report(String raw) {
        var answer = handIn(BodyPublishers.ofString(raw));
        assertThat(answer.statusCode()).isEqualTo(202);
        return json(answer).get("kind").stringValue();
    }

    @Test
    void onlyWhoKnowsTheSecretOrHasATokenReports() {
        String raw = BounceSamples.dsn("nobody@example.org", "failed", "5.1.1");
        String path = "/api/v1/newsletter/bounces";
        String[] type = {"Content-Type", "message/rfc822"};
        assertThat(send("POST", path, raw, type).statusCode()).isEqualTo(401);
        assertThat(send("POST", path, raw, "Content-Type", "message/rfc822", "X-Webhook-Secret", "wrong")
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(
                                "POST",
                                path,
                                raw,
                                "Content-Type",
                                "message/rfc822",
                                "Authorization",
                                TestTokens.bearer("newsletter"))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void aStrangerIsNotToldWhatTypeIsTaken() {
        String path = "/api/v1/newsletter/bounces";
        String[] token = {"Content-Type", "application/json", "Authorization", TestTokens.bearer("newsletter")};

        assertThat(send("POST", path, "{}", "Content-Type", "application/json").statusCode())
                .isEqualTo(401);
        assertThat(send("POST", path, "{}", token).statusCode()).isEqualTo(415);
        assertThat(send("POST", path, "{}", "Content-Type", "no type", token[2], token[3])
                        .statusCode())
                .isEqualTo(415);
    }

    /// Whoever else can reach the address makes nobody wait for a large body, or hold it.
    @Test
    void strangersAreRefusedBeforeTheirBodyIsRead() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write("""
                            POST /api/v1/newsletter/bounces HTTP/1.1\r
                            Host: localhost\r
                            Content-Type: message/rfc822\r
                            Content-Length: 30000000\r
                            \r
                            """.getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).contains(" 401");
        }
    }

    @Test
    void aBodyOverTheLimitOrNoneIsRefused() {
        byte[] part = "x".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        var tooLarge = BodyPublishers.ofByteArrays(Collections.nCopies(33, part));
        assertThat(handIn(tooLarge).statusCode()).isEqualTo(413);
        assertThat(handIn(BodyPublishers.noBody()).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> handIn(BodyPublisher body) {
        return send(
                "POST",
                "/api/v1/newsletter/bounces",
                body,
                "Content-Type",
                "message/rfc822",
                "X-Webhook-Secret",
                "a-secret-of-the-tests");
    }

    @Test
    void aHardBounceSuppressesItsRecipientOnly() {
        UUID issue = issue();
        UUID gone = subscriber();
        UUID other = subscriber();
        sent(issue, other);
        String bounce = BounceSamples.dsn(returnPath.bounces(sent(issue, gone)), "failed", "5.1.1");
        assertThat(report(bounce)).isEqualTo("hard");
        assertThat(suppressed(gone)).isEqualTo("hard_bounce");
        assertThat(suppressed(other)).isEqualTo("null");
    }

    @Test
    void threeSoftBouncesSuppressAndTheSameOneCountsOnce() {
        UUID full = subscriber();
        List<String> bounces = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            bounces.add(BounceSamples.dsn(returnPath.bounces(sent(issue(), full)), "failed", "5.2.2"));
        }
        assertThat(report(bounces.get(0))).isEqualTo("soft");
        report(bounces.get(0));
        report(bounces.get(0));
        report(bounces.get(1));
        assertThat(suppressed(full)).isEqualTo("null");
        report(bounces.get(2));
        assertThat(suppressed(full)).isEqualTo("soft_bounces");
    }

    @Test
    void aReportThatNobodySealedWaitsForAPerson() {
        assertThat(report(BounceSamples.dsn("b1-00000000000000000000@localhost.localdomain", "failed", "5.1.1")))
                .isEqualTo("unknown");
        assertThat(jdbc.sql("SELECT count(*) FROM bounce_report WHERE kind = 'unknown' AND excerpt LIKE '%b1-0000%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aMailToTheUnsubscribingAddressUnsubscribes() {
        UUID reader = subscriber();
        jdbc.sql("UPDATE subscriber SET frequency = 'each' WHERE subscriber_id = :id")
                .param("id", reader)
                .update();
        String to = returnPath.unsubscribes(sent(issue(), reader));
        assertThat(report("To: " + to + "\r\n\r\n")).isEqualTo("unsubscribe");
        assertThat(suppressed(reader)).isEqualTo("unsubscribed");
        assertThat(jdbc.sql("SELECT frequency FROM subscriber WHERE subscriber_id = :id")
                        .param("id", reader)
                        .query(String.class)
                        .single())
                .as("preferences end with the subscription")
                .isEqualTo("weekly");
    }

    @Test
    void alertsThatComeBackSuppressAsIssuesDoButForSoftOnes() {
        UUID gone = subscriber();
        UUID angry = subscriber();
        UUID full = subscriber();
        assertThat(report(BounceSamples.dsn(returnPath.bounces(gone), "failed", "5.1.1")))
                .isEqualTo("hard");
        assertThat(report(BounceSamples.complaint(returnPath.unsubscribes(angry), "abuse")))
                .isEqualTo("complaint");
        for (String code : List.of("5.2.2", "5.2.3", "4.2.2", "4.4.7")) {
            assertThat(report(BounceSamples.dsn(returnPath.bounces(full), "failed", code)))
                    .isEqualTo("soft");
        }
        assertThat(suppressed(gone)).isEqualTo("hard_bounce");
        assertThat(suppressed(angry)).isEqualTo("complaint");
        assertThat(suppressed(full)).as("many in a day").isEqualTo("null");
        assertThat(report("To: " + returnPath.unsubscribes(UUID.randomUUID()) + "\r\n\r\n"))
                .isEqualTo("unknown");
    }

    @Test
    void tooManyComplaintsPauseTheIssue() {
        UUID issue = issue();
        List<UUID> angry = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            angry.add(subscriber());
            String status = status(issue);
            assertThat(status).as("fewer say nothing").isEqualTo("sending");
            report(BounceSamples.complaint(returnPath.unsubscribes(sent(issue, angry.getLast())), "abuse"));
        }
        assertThat(angry).allSatisfy(reader -> assertThat(suppressed(reader)).isEqualTo("complaint"));
        assertThat(status(issue)).isEqualTo("paused");
        assertThat(jdbc.sql("SELECT actor, action FROM issue_audit WHERE issue_id = :i")
                        .param("i", issue)
                        .query()
                        .singleRow())
                .isEqualTo(Map.of("actor", "complaint-breaker", "action", "pause"));
    }

    @Test
    void theBreakerKnowsItsRates() {
        assertThat(new Complaints(2, 3).isWorrying()).isFalse();
        assertThat(new Complaints(3, 3000).isWorrying()).isTrue();
        assertThat(new Complaints(3, 3001).isWorrying()).isFalse();
        assertThat(new Complaints(3, 1001).isTooMany()).isFalse();
        assertThat(new Complaints(3, 1000).isTooMany()).isTrue();
    }

    private String status(UUID issue) {
        return jdbc.sql("SELECT status FROM issue WHERE issue_id = :i")
                .param("i", issue)
                .query(String.class)
                .single();
    }
}
