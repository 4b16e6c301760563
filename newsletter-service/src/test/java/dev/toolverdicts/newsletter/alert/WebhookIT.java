package dev.toolverdicts.newsletter.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.toolverdicts.newsletter.Reader;
import dev.toolverdicts.newsletter.idempotency.Idempotency;
import dev.toolverdicts.newsletter.mail.TransactionalMail;
import dev.toolverdicts.platform.messaging.Ids;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class WebhookIT extends AlertInfrastructure {

    private static final String WEBHOOKS = "/api/v1/newsletter/webhooks";

    private record Posted(Map<String, String> headers, String body) {}

    private final Reader ada;
    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(204);
    private HttpServer receiver;

    @Autowired
    private WebhookRepository webhooks;

    @Autowired
    private FollowRepository follows;

    @Autowired
    private TargetQueries targets;

    @Autowired
    private PostRepository posts;

    @Autowired
    private PublicAddresses addresses;

    @Autowired
    private AlertSettings settings;

    @Autowired
    private Idempotency idempotency;

    @Autowired
    private TransactionalMail mail;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Ids ids;

    WebhookIT(@Autowired JdbcClient jdbc) {
        ada = Reader.subscribed(jdbc);
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            posted.add(new Posted(
                    Map.of(
                            "id", exchange.getRequestHeaders().getFirst("Webhook-Id"),
                            "timestamp", exchange.getRequestHeaders().getFirst("Webhook-Timestamp"),
                            "signature", exchange.getRequestHeaders().getFirst("Webhook-Signature")),
                    body));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }

    private JsonNode webhook() {
        HttpResponse<String> added =
                postJson(WEBHOOKS, "{\"url\": \"" + url() + "\"}", "X-Subscriber-Token", token(ada));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return json(added);
    }

    private JsonNode followed() {
        known();
        JsonNode webhook = webhook();
        HttpResponse<String> followed = follow(
                ada,
                "{\"target\": {\"kind\": \"tool\", \"key\": \"%s\"}, \"webhookId\": \"%s\"}"
                        .formatted(slug, webhook.get("id").stringValue()));
        assertThat(followed.statusCode()).isEqualTo(201);
        assertThat(json(followed).get("channel").stringValue()).isEqualTo("webhook");
        return webhook;
    }

    private JsonNode deliveries(JsonNode webhook) {
        return json(get(
                        WEBHOOKS + "/" + webhook.get("id").stringValue() + "/deliveries",
                        "X-Subscriber-Token",
                        token(ada)))
                .get("deliveries");
    }

    /// A receiver sees a post before the service has written down what it answered.
    private void settled(JsonNode webhook, int at, String answered) {
        soon().until(() -> deliveries(webhook).size() > at
                && answered.equals(
                        deliveries(webhook).get(at).path("lastAnswer").asString("")));
    }

    private void dueNow(JsonNode webhook) {
        jdbc.sql("UPDATE alert_delivery SET next_attempt_at = :now::timestamptz WHERE webhook_id = :id::uuid")
                .param("now", NOW.toString())
                .param("id", webhook.get("id").stringValue())
                .update();
    }

    @Test
    void aChangeIsPostedWithASignatureThatTheSecretProves() throws Exception {
        JsonNode webhook = followed();
        price("Pro $15", "Pro $20", 2);
        soon().until(() -> posted.size() == 1);

        Posted post = posted.getFirst();
        JsonNode body = JSON.readTree(post.body());
        assertThat(body.get("type").stringValue()).isEqualTo("price.changed");
        assertThat(body.at("/tool/slug").stringValue()).isEqualTo(slug);
        assertThat(body.get("from").stringValue()).isEqualTo("Pro $15");
        assertThat(body.get("to").stringValue()).isEqualTo("Pro $20");
        assertThat(body.get("since").stringValue()).isEqualTo("2026-11-24T12:30:00Z");
        assertThat(body.get("id").stringValue()).isEqualTo(post.headers().get("id"));
        assertThat(post.headers()).containsEntry("timestamp", Long.toString(NOW.getEpochSecond()));

        assertThat(post.headers().get("signature"))
                .isEqualTo(signature(post, webhook.get("secret").stringValue()));
        soon().until(() -> deliveries(webhook).get(0).get("state").stringValue().equals("delivered"));
        assertThat(deliveries(webhook).get(0).get("sequence")).isEqualTo(body.get("sequence"));
        assertThat(new dev.toolverdicts.newsletter.WaitingMail(jdbc).to(ada.email()))
                .as("not by mail too")
                .isEmpty();
    }

    /// As a receiver checks it, by the words of the Standard Webhooks.
    private static String signature(Posted post, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = post.headers().get("id") + "." + post.headers().get("timestamp") + "." + post.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }

    @Test
    void forADayAfterItsSecretWasChangedPostsProveThemselvesByBoth() throws Exception {
        JsonNode webhook = followed();
        String old = webhook.get("secret").stringValue();
        String path = WEBHOOKS + "/" + webhook.get("id").stringValue();

        HttpResponse<String> changed = postJson(path + "/secret", "{}", "X-Subscriber-Token", token(ada));
        assertThat(changed.statusCode()).isEqualTo(200);
        String fresh = json(changed).get("secret").stringValue();
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(old);
        assertThat(json(postJson(path + "/secret", "{}", "X-Subscriber-Token", token(ada))))
                .as("again within the day")
                .isEqualTo(json(changed));

        price("Pro $15", "Pro $20", 2);
        soon().until(() -> posted.size() == 1);
        Posted post = posted.getFirst();
        assertThat(post.headers().get("signature")).isEqualTo(signature(post, fresh) + " " + signature(post, old));

        settled(webhook, 0, "204");
        jdbc.sql("UPDATE alert_webhook SET secret_changed_at = :past::timestamptz WHERE webhook_id = :id::uuid")
                .param("past", NOW.minus(Duration.ofHours(24)).toString())
                .param("id", webhook.get("id").stringValue())
                .update();
        assertThat(replay(webhook, 0)).isEqualTo(1);
        soon().until(() -> posted.size() == 2);
        assertThat(posted.getLast().headers().get("signature")).isEqualTo(signature(posted.getLast(), fresh));
        assertThat(json(postJson(path + "/secret", "{}", "X-Subscriber-Token", token(ada)))
                        .get("secret")
                        .stringValue())
                .isNotIn(fresh, old);
    }

    @Test
    void aReceiverThatFailsIsAskedAgainLaterWithTheSameBody() {
        JsonNode webhook = followed();
        answer.set(503);
        price("Pro $15", "Pro $20", 2);
        soon().until(() -> deliveries(webhook).size() == 1
                && "503".equals(deliveries(webhook).get(0).path("lastAnswer").asString("")));
        JsonNode waiting = deliveries(webhook).get(0);
        assertThat(waiting.get("state").stringValue()).isEqualTo("pending");
        assertThat(jdbc.sql(
                                "SELECT next_attempt_at > :now::timestamptz + interval '20 seconds' FROM alert_delivery WHERE webhook_id = :id::uuid")
                        .param("now", NOW.toString())
                        .param("id", webhook.get("id").stringValue())
                        .query(Boolean.class)
                        .single())
                .isTrue();

        answer.set(200);
        dueNow(webhook);
        soon().until(() -> deliveries(webhook).get(0).get("state").stringValue().equals("delivered"));
        assertThat(posted).hasSize(2);
        assertThat(posted.get(1).body()).isEqualTo(posted.get(0).body());
        assertThat(deliveries(webhook).get(0).get("attempts").intValue()).isEqualTo(2);
    }

    @Test
    void aRedirectIsNoDelivery() {
        JsonNode webhook = followed();
        answer.set(302);
        price("Pro $15", "Pro $20", 2);
        soon().until(() -> deliveries(webhook).size() == 1
                && "302".equals(deliveries(webhook).get(0).path("lastAnswer").asString("")));
        assertThat(deliveries(webhook).get(0).get("state").stringValue()).isEqualTo("pending");
    }

    @Test
    void afterThreeDaysItIsGivenUpAndTheReceiverHasItReplayed() {
        JsonNode webhook = followed();
        answer.set(500);
        price("Pro $15", "Pro $20", 2);
        settled(webhook, 0, "500");
        jdbc.sql(
                        "UPDATE alert_delivery SET first_attempt_at = first_attempt_at - interval '73 hours' WHERE webhook_id = :id::uuid")
                .param("id", webhook.get("id").stringValue())
                .update();
        dueNow(webhook);
        soon().until(() -> deliveries(webhook).get(0).get("state").stringValue().equals("failed"));

        answer.set(200);
        price("Pro $20", "Pro $25", 3, "2026-11-24T12:40:00Z");
        soon().until(() -> deliveries(webhook).size() == 2
                && deliveries(webhook).get(1).get("state").stringValue().equals("delivered"));
        int before = posted.size();
        long first = deliveries(webhook).get(0).get("sequence").longValue();
        assertThat(replay(webhook, first)).as("what came after the first").isEqualTo(1);
        soon().until(() -> posted.size() == before + 1);
        soon().until(() -> deliveries(webhook).get(1).get("state").stringValue().equals("delivered"));
        assertThat(replay(webhook, 0)).isEqualTo(2);
        soon().until(() -> deliveries(webhook)
                .valueStream()
                .allMatch(row -> row.get("state").stringValue().equals("delivered")));
        assertThat(posted.stream().map(post -> post.headers().get("id")).distinct())
                .hasSize(2);
    }

    private int replay(JsonNode webhook, long after) {
        HttpResponse<String> answered = postJson(
                WEBHOOKS + "/" + webhook.get("id").stringValue() + "/replay",
                "{\"after\": " + after + "}",
                "X-Subscriber-Token",
                token(ada));
        assertThat(answered.statusCode()).isEqualTo(202);
        return json(answered).get("deliveries").intValue();
    }

    @Test
    void anEventThatComesAgainIsPostedOnce() {
        JsonNode webhook = followed();
        price("Pro $15", "Pro $20", 2);
        soon().until(() -> posted.size() == 1);
        price("Pro $15", "Pro $20", 2);
        price("Pro $15", "Pro $20", 3);
        price("Pro $20", "Pro $25", 4, "2026-11-24T12:40:00Z");
        soon().until(() -> posted.size() == 2);
        assertThat(deliveries(webhook)).hasSize(2);
    }

    private JsonNode milestonesFollowed() {
        known();
        JsonNode webhook = webhook();
        HttpResponse<String> followed = follow(
                ada,
                "{\"target\": {\"kind\": \"tool\", \"key\": \"%s\"}, \"events\": [\"milestone\"], \"webhookId\": \"%s\"}"
                        .formatted(slug, webhook.get("id").stringValue()));
        assertThat(followed.statusCode()).as(followed.body()).isEqualTo(201);
        return webhook;
    }

    @Test
    void aMilestoneIsPostedOnceHoweverTheVotesGo() {
        JsonNode webhook = milestonesFollowed();
        votes(6, 3, 1);
        votes(7, 3, 2);
        soon().until(() -> posted.size() == 1);
        JsonNode body = JSON.readTree(posted.getFirst().body());
        assertThat(body.get("type").stringValue()).isEqualTo("milestone.reached");
        assertThat(body.get("from").isNull()).isTrue();
        assertThat(body.get("to").stringValue()).isEqualTo("10");

        votes(6, 3, 3);
        votes(8, 4, 4);
        votes(70, 40, 5);
        soon().until(() -> posted.size() == 2);
        JsonNode next = JSON.readTree(posted.get(1).body());
        assertThat(next.get("from").stringValue()).isEqualTo("10");
        assertThat(next.get("to").stringValue()).isEqualTo("100");
        price("Pro $15", "Pro $20", 2);
        settled(3);
        assertThat(deliveries(webhook)).as("prices are not followed").hasSize(2);
    }

    @Test
    void whoFollowsWithoutNamingEventsHearsOfNoMilestone() {
        JsonNode webhook = followed();
        votes(7, 3, 1);
        price("Pro $15", "Pro $20", 2);
        settled(2);
        soon().until(() -> posted.size() == 1);
        assertThat(deliveries(webhook)).hasSize(1);
        assertThat(posted.getFirst().body()).contains("price.changed");
    }

    @Test
    void eventsAreReadFromACursorOnAsTheyArePosted() {
        JsonNode webhook = followed();
        answer.set(503);
        price("Pro $15", "Pro $20", 2);
        settled(1);
        price("Pro $20", "Pro $25", 3, "2026-11-24T12:40:00Z");
        settled(2);
        soon().until(() -> posted.size() == 2);

        JsonNode all = events(webhook, 0);
        assertThat(all.get("events")).hasSize(2);
        assertThat(posted.stream().map(post -> JSON.readTree(post.body())))
                .containsExactlyInAnyOrderElementsOf(all.get("events"));
        long first = all.at("/events/0/sequence").longValue();
        JsonNode rest = events(webhook, first);
        assertThat(rest.get("events")).hasSize(1);
        assertThat(rest.at("/events/0/to").stringValue()).isEqualTo("Pro $25");
        assertThat(events(webhook, rest.get("next").longValue()).get("events")).isEmpty();
        assertThat(events(webhook, rest.get("next").longValue()).get("next")).isEqualTo(rest.get("next"));
        String path = WEBHOOKS + "/" + webhook.get("id").stringValue() + "/events";
        assertThat(get(path + "?after=x", "X-Subscriber-Token", token(ada)).statusCode())
                .isEqualTo(400);
        assertThat(get(path).statusCode()).isEqualTo(401);
        assertThat(get(path, "X-Subscriber-Token", token(Reader.subscribed(jdbc)))
                        .statusCode())
                .isEqualTo(404);
    }

    /// A reader of events who has gone past a number does not come back for it.
    @Test
    void postsOfOneTransactionAreNumberedAfterThoseOfAnother() {
        JsonNode webhook = followed();
        transactions.executeWithoutResult(_ -> {
            var _ = jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                    .param("lock", MatchRepository.POSTS)
                    .query((_, _) -> true)
                    .list();
            price("Pro $15", "Pro $20", 2);
            soon().until(() -> jdbc.sql("""
                            SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                                AND (classid::bigint << 32 | objid::bigint) = :lock
                            """)
                            .param("lock", MatchRepository.POSTS)
                            .query(Integer.class)
                            .single()
                    > 0);
            assertThat(deliveries(webhook)).isEmpty();
        });
        settled(1);
        assertThat(deliveries(webhook)).hasSize(1);
    }

    private JsonNode events(JsonNode webhook, long after) {
        HttpResponse<String> answered = get(
                WEBHOOKS + "/" + webhook.get("id").stringValue() + "/events?after=" + after,
                "X-Subscriber-Token",
                token(ada));
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        return json(answered);
    }

    @Test
    void whoHasLeftGetsNoMorePosts() {
        JsonNode webhook = followed();
        jdbc.sql("UPDATE subscriber SET status = 'unsubscribed', suppressed = 'unsubscribed' WHERE subscriber_id = :id")
                .param("id", ada.id())
                .update();
        price("Pro $15", "Pro $20", 2);
        soon().until(() -> deliveries(webhook).size() == 1
                && deliveries(webhook).get(0).get("state").stringValue().equals("failed"));
        assertThat(posted).isEmpty();
    }

    @Test
    void ofAToolThatWasTakenDownSinceNothingIsPostedAlsoWhenAsked() {
        JsonNode webhook = followed();
        answer.set(503);
        price("Pro $15", "Pro $20", 2);
        soon().until(() -> deliveries(webhook).size() == 1
                && "503".equals(deliveries(webhook).get(0).path("lastAnswer").asString("")));
        takeDown();
        answer.set(200);
        dueNow(webhook);
        soon().until(() -> deliveries(webhook).get(0).get("state").stringValue().equals("failed"));
        assertThat(deliveries(webhook).get(0).get("lastAnswer").stringValue()).isEqualTo("taken down");

        assertThat(replay(webhook, 0)).isEqualTo(1);
        soon().until(() -> deliveries(webhook).get(0).get("state").stringValue().equals("failed"));
        assertThat(posted).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "https://user@example.org/",
                "https://no-such-host.invalid/",
                "nonsense",
                "https:///x"
            })
    void whereNothingCanBePostedIsNoWebhook(String url) {
        HttpResponse<String> refused =
                postJson(WEBHOOKS, "{\"url\": \"" + url + "\"}", "X-Subscriber-Token", token(ada));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/0/pointer").stringValue()).isEqualTo("/url");
    }

    @Test
    void whenItWasMadeIsTheSameAtOnceAndLater() {
        known();
        Clock fine = Clock.fixed(NOW.plusNanos(123_456_789), ZoneOffset.UTC);
        var hooks =
                new WebhookService(webhooks, posts, follows, addresses, settings, idempotency, transactions, ids, fine);
        var wishes = new FollowService(follows, webhooks, targets, mail, idempotency, ids, fine);

        Webhook made = hooks.add(ada.id(), url(), null).webhook();
        assertThat(hooks.of(ada.id())).containsExactly(made);
        Follow followed = Objects.requireNonNull(transactions.execute(_ ->
                        wishes.follow(ada.id(), new FollowWish(TargetKind.TOOL, slug, Follow.EVENTS, made.id()), null)))
                .follow();
        assertThat(follows.of(ada.id())).containsExactly(followed);
    }

    @Test
    void theSameAddressIsTheSameWebhookAndFiveAreEnough() {
        JsonNode first = webhook();
        HttpResponse<String> again =
                postJson(WEBHOOKS, "{\"url\": \"" + url() + "\"}", "X-Subscriber-Token", token(ada));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(first);
        for (int i = 2; i <= 5; i++) {
            assertThat(postJson(WEBHOOKS, "{\"url\": \"" + url() + "?n=" + i + "\"}", "X-Subscriber-Token", token(ada))
                            .statusCode())
                    .isEqualTo(201);
        }
        HttpResponse<String> sixth =
                postJson(WEBHOOKS, "{\"url\": \"" + url() + "?n=6\"}", "X-Subscriber-Token", token(ada));
        assertThat(sixth.statusCode()).isEqualTo(409);
        assertThat(json(sixth).get("type").stringValue()).endsWith("/alert-limit");
        JsonNode list = json(get(WEBHOOKS, "X-Subscriber-Token", token(ada))).get("webhooks");
        assertThat(list).hasSize(5);
        assertThat(list.get(0).path("secret").isNull()).as("told once").isTrue();
    }

    @Test
    void othersSeeAndReplayNothingOfMine() {
        JsonNode webhook = followed();
        String path = WEBHOOKS + "/" + webhook.get("id").stringValue();
        String stranger = token(Reader.subscribed(jdbc));
        assertThat(get(path + "/deliveries", "X-Subscriber-Token", stranger).statusCode())
                .isEqualTo(404);
        assertThat(postJson(path + "/replay", "{\"after\": 0}", "X-Subscriber-Token", stranger)
                        .statusCode())
                .isEqualTo(404);
        assertThat(postJson(path + "/secret", "{}", "X-Subscriber-Token", stranger)
                        .statusCode())
                .isEqualTo(404);
        send("DELETE", path, "", "X-Subscriber-Token", stranger);
        assertThat(get(path + "/deliveries", "X-Subscriber-Token", token(ada)).statusCode())
                .isEqualTo(200);
        send("DELETE", path, "", "X-Subscriber-Token", token(ada));
        assertThat(get(path + "/deliveries", "X-Subscriber-Token", token(ada)).statusCode())
                .isEqualTo(404);
        assertThat(json(get(FOLLOWS, "X-Subscriber-Token", token(ada))).get("follows"))
                .isEmpty();
    }
}
