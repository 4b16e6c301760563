package dev.toolverdicts.newsletter.alert;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.Reader;
import dev.toolverdicts.newsletter.SenderRules;
import dev.toolverdicts.newsletter.WaitingMail;
import dev.toolverdicts.newsletter.mail.Origin;
import dev.toolverdicts.newsletter.mail.QueueRun;
import dev.toolverdicts.newsletter.mail.ReturnPath;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer.Arrived;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer.Step;
import dev.toolverdicts.platform.web.SiteSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Alerts as they arrive, and the ways out that their headers offer.
class AlertMailIT extends AlertInfrastructure {

    private static final Pattern WAYS_OUT = Pattern.compile("<http://localhost:8080(/[^>]+)>, <mailto:([^>]+)>");

    @Autowired
    private ReturnPath returnPath;

    @Autowired
    private SiteSettings site;

    @Autowired
    private FollowService service;

    private final Reader ada;
    private ScriptedSmtpServer server;

    AlertMailIT(@Autowired JdbcClient jdbc) {
        ada = Reader.subscribed(jdbc);
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ScriptedSmtpServer((_, _) -> null);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void anAlertKeepsTheRulesForMailOfAList() throws Exception {
        Arrived arrived = alert();
        var rules = new SenderRules(arrived.raw().getBytes(ISO_8859_1));
        rules.everyHeaderThatMustBeThereOnceIsThereOnce();
        rules.oneClickUnsubscribeIsOfferedAsRfc8058Says(
                "http://localhost:8080/newsletter/unfollow\\?token=[A-Za-z0-9_-]+",
                Pattern.quote(returnPath.unsubscribes(ada.id())));
        assertThat(rules.only("List-Id")).isEqualTo("Tool Verdicts Alerts <alerts.localhost>");
        assertThat(rules.only("Feedback-ID")).isEqualTo("2026-11-24:alerts:newsletter:toolverdicts");
        rules.thereIsATextPartThenAnHtmlPartWith(
                "Pro $15 to Pro $20",
                "/newsletter/unfollow?token=",
                "/newsletter/preferences?token=",
                "Street 1, Town");
        rules.theWireFormIsPlain();
        assertThat(returnPath.bounced(arrived.sender())).hasValue(new Origin.Standing(ada.id()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void byMailAndByOneClickTheSameEnds(boolean byMail) throws Exception {
        JsonNode webhook = json(postJson(
                "/api/v1/newsletter/webhooks",
                "{\"url\": \"http://127.0.0.1:1/hook\"}",
                "X-Subscriber-Token",
                token(ada)));
        Arrived arrived = alert();
        assertThat(follow(
                                ada,
                                "{\"target\": {\"kind\": \"tool\", \"key\": \"%s\"}, \"webhookId\": \"%s\"}"
                                        .formatted(slug, webhook.get("id").stringValue()))
                        .statusCode())
                .isEqualTo(201);
        follows(ada, "category", "category-" + tool);

        var rules = new SenderRules(arrived.raw().getBytes(ISO_8859_1));
        Matcher ways = WAYS_OUT.matcher(rules.only("List-Unsubscribe"));
        assertThat(ways.matches()).isTrue();
        if (byMail) {
            assertThat(report("To: <" + ways.group(2) + ">\r\nSubject: unsubscribe\r\n\r\n"))
                    .isEqualTo("unsubscribe");
        } else {
            assertThat(postForm(ways.group(1), "List-Unsubscribe=One-Click").statusCode())
                    .isEqualTo(200);
        }

        JsonNode left = json(get(FOLLOWS, "X-Subscriber-Token", token(ada))).get("follows");
        assertThat(left.valueStream().map(follow -> follow.get("channel").stringValue()))
                .containsExactly("webhook");
        assertThat(ada.row()).as("the newsletter goes on").containsEntry("status", "confirmed");
        price("Pro $20", "Pro $25", 3, "2026-11-24T12:40:00Z");
        settled(2);
        assertThat(notes(ada)).as("of the mail that had come").isZero();
    }

    @Test
    void whoStopsAllAlertsGetsNoneThatWaited() {
        queued();
        assertThat(postForm(path(links.unfollowUrl(ada.id(), null)), "").statusCode())
                .isEqualTo(200);
        sendQueued();
        assertThat(arrived()).isEmpty();
        assertThat(new WaitingMail(jdbc).to(ada.email())).isEmpty();
    }

    @Test
    void whoStopsAllAlertsWhileOneIsHandedOverGetsItNot() {
        queued();
        var asked = new AtomicBoolean();
        server.follow((step, whom) -> {
            if (step == Step.DATA && whom.equals(ada.email())) {
                service.unfollow(ada.id(), null);
                asked.set(true);
            }
            return null;
        });
        soon().until(() -> {
            sendQueued();
            return asked.get();
        });
        assertThat(arrived()).isEmpty();
    }

    private void queued() {
        known();
        follows(ada, "tool", slug);
        price("Pro $15", "Pro $20", 2);
        soon().until(() -> !new WaitingMail(jdbc).to(ada.email()).isEmpty());
    }

    private Arrived alert() {
        queued();
        // The service's own worker may be trying in vain at the same time.
        soon().until(() -> {
            sendQueued();
            return !arrived().isEmpty();
        });
        return arrived().getFirst();
    }

    private void sendQueued() {
        new QueueRun(jdbc, returnPath, site, server.port()).at(NOW.plus(Duration.ofDays(1)));
    }

    private List<Arrived> arrived() {
        return server.arrived().stream()
                .filter(mail -> mail.recipient().equals(ada.email()))
                .toList();
    }

    private String report(String raw) {
        return json(send(
                        "POST",
                        "/api/v1/newsletter/bounces",
                        raw,
                        "Content-Type",
                        "message/rfc822",
                        "X-Webhook-Secret",
                        "a-secret-of-the-tests"))
                .get("kind")
                .stringValue();
    }

    private static String path(String url) {
        URI uri = URI.create(url);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
