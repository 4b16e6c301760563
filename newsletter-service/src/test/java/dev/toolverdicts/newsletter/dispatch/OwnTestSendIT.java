package dev.toolverdicts.newsletter.dispatch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.SentIssues;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.newsletter.mail.Origin;
import dev.toolverdicts.newsletter.mail.ReturnPath;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer.Step;
import dev.toolverdicts.newsletter.mail.SmtpSettingsFor;
import dev.toolverdicts.newsletter.subscriber.EmailAddress;
import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.messaging.OperationAudit;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.platform.web.SiteSettings;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OwnTestSendIT extends NewsletterInfrastructure {

    private static final String OWN = "editor@example.org";

    @Autowired
    private IssueQueries issues;

    @Autowired
    private ReturnPath returnPath;

    @Autowired
    private SiteSettings site;

    @Autowired
    private OperationAudit audit;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    private ScriptedSmtpServer server;
    private UUID draft;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer((_, _) -> null);
        var drafts = new SentIssues(jdbc);
        draft = drafts.idOf(drafts.draft("Under test"));
        jdbc.sql("""
                        UPDATE issue SET
                            html = '<p>Read <a href="http://localhost:8080/weekly">all</a>, {{unsubscribe_url}}</p>',
                            text = 'Read all. {{preferences_url}}'
                        WHERE issue_id = :id
                        """).param("id", draft).update();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private TestSendService service() {
        return new TestSendService(issues, SmtpSettingsFor.port(server.port()), returnPath, site, audit, ids, clock);
    }

    private HttpResponse<String> test(String... headers) {
        return send("POST", "/api/v1/newsletter/issues/" + draft + "/test-send", "", headers);
    }

    @Test
    void aTestIsTheIssueMarkedAsATest() {
        TestSendService.Sent sent = service().send(draft, new EmailAddress(OWN), "newsletter-1");

        assertThat(sent.to()).isEqualTo(OWN);
        assertThat(server.arrived()).singleElement().satisfies(arrived -> {
            assertThat(arrived.recipient()).isEqualTo(OWN);
            assertThat(arrived.raw())
                    .contains("Subject: [Test] Weekly AI Tool Verdicts: Under test\r\n")
                    .contains("From: Tool Verdicts Weekly <weekly@news.example.org>\r\n")
                    .contains("List-Id: ", "List-Unsubscribe: ", "List-Unsubscribe-Post: ", "Precedence: bulk\r\n");
            String html = part(arrived.raw(), "text/html");
            assertThat(html).startsWith("<p>Read <a href=").doesNotContain("{{");
            assertThat(part(arrived.raw(), "text/plain"))
                    .startsWith("Read all. http")
                    .doesNotContain("{{");
            String link = html.substring(html.indexOf("/newsletter/unsubscribe"), html.indexOf("</p>"));
            assertThat(get(link).statusCode()).as("nobody's link").isEqualTo(404);
            assertThat(returnPath.bounced(arrived.sender())).hasValue(new Origin.Row(0));
        });
        assertThat(jdbc.sql("SELECT count(*) FROM delivery WHERE issue_id = :id")
                        .param("id", draft)
                        .query(Integer.class)
                        .single())
                .as("counts nowhere")
                .isZero();
    }

    @Test
    void whatTheMailServerSaysIsTold() {
        server.follow((step, _) -> step == Step.RCPT ? "550 5.1.1 unknown" : null);
        assertThatThrownBy(() -> service().send(draft, new EmailAddress(OWN), "newsletter-1"))
                .isInstanceOf(TestNotTaken.class)
                .hasMessageContaining("550");
        server.follow((step, _) -> step == Step.AFTER_DOT ? ScriptedSmtpServer.CUT : null);
        assertThatThrownBy(() -> service().send(draft, new EmailAddress(OWN), "newsletter-1"))
                .hasMessageContaining("did not say");
    }

    @Test
    void itGoesToNobodyButTheEditorWhoAsks() {
        assertThat(test().statusCode()).isEqualTo(401);
        assertThat(test("Authorization", TestTokens.bearer("editor", OWN)).statusCode())
                .isEqualTo(403);
        HttpResponse<String> nowhere = test("Authorization", TestTokens.bearer("newsletter"));
        assertThat(nowhere.statusCode()).isEqualTo(409);
        assertThat(json(nowhere).get("type").stringValue()).endsWith("/no-own-address");
        for (String address : new String[] {"a@example.org\r\nBcc: b@example.org", "not an address"}) {
            assertThat(test("Authorization", TestTokens.bearer("newsletter", address))
                            .statusCode())
                    .isEqualTo(409);
        }
        // Nobody listens where the tests' service sends its mail.
        HttpResponse<String> unreachable = test("Authorization", TestTokens.bearer("newsletter", OWN));
        assertThat(unreachable.statusCode()).isEqualTo(502);
        assertThat(json(unreachable).get("type").stringValue()).endsWith("/mail-not-taken");
        assertThat(send(
                                "POST",
                                "/api/v1/newsletter/issues/" + UUID.randomUUID() + "/test-send",
                                "",
                                "Authorization",
                                TestTokens.bearer("newsletter", OWN))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theDeskHasAButtonForIt() {
        String token = TestTokens.bearer("newsletter", OWN);
        String page = get("/desk/newsletter/" + draft, "Authorization", token).body();
        assertThat(page).contains("/desk/newsletter/" + draft + "/test-send", "Send me a test");
        var form = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"").matcher(page);
        assertThat(form.find()).isTrue();
        String path = "/desk/newsletter/" + draft + "/test-send";

        assertThat(postForm(path, "formToken=wrong", "Authorization", token).statusCode())
                .isEqualTo(403);
        HttpResponse<String> unreachable = postForm(path, "formToken=" + form.group(1), "Authorization", token);
        assertThat(unreachable.statusCode()).isEqualTo(502);
        assertThat(unreachable.body()).contains("role=\"alert\"", "The mail server cannot be reached.");
    }

    private static String part(String raw, String type) throws Exception {
        String rest = raw.substring(raw.indexOf("Content-Type: " + type));
        String body = rest.substring(rest.indexOf("\r\n\r\n") + 4, rest.indexOf("\r\n--"));
        try (var decoded = MimeUtility.decode(new ByteArrayInputStream(body.getBytes(US_ASCII)), "quoted-printable")) {
            return new String(decoded.readAllBytes(), UTF_8);
        }
    }
}
