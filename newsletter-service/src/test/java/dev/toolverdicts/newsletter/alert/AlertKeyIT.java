package dev.toolverdicts.newsletter.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.newsletter.Reader;
import dev.toolverdicts.newsletter.WaitingMail;
import dev.toolverdicts.newsletter.idempotency.Idempotency;
import dev.toolverdicts.newsletter.idempotency.KeyedRequest;
import dev.toolverdicts.platform.messaging.Ids;
import dev.toolverdicts.platform.web.InvalidInput;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// What an `Idempotency-Key` does for follows and webhooks.
class AlertKeyIT extends AlertInfrastructure {

    private static final String WEBHOOKS = "/api/v1/newsletter/webhooks";
    private static final String URL = "{\"url\": \"http://127.0.0.1:%d/hook\"}";

    private final String key = UUID.randomUUID().toString();
    private final Reader ada;

    AlertKeyIT(@Autowired JdbcClient jdbc) {
        ada = Reader.subscribed(jdbc);
    }

    @Test
    void aFollowThatWasEndedStaysEndedWhenItsRequestComesAgain() {
        known();
        HttpResponse<String> first = keyed(FOLLOWS, wish("price"));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        end(FOLLOWS, first);

        HttpResponse<String> again = keyed(FOLLOWS, wish("price"));
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(follows(ada)).isZero();
    }

    @Test
    void eventsThatWereChangedStayChangedWhenTheirRequestComesAgain() {
        known();
        follows(ada, "tool", slug);
        HttpResponse<String> first = keyed(FOLLOWS, wish("price"));
        assertThat(first.statusCode()).isEqualTo(200);
        follow(ada, wish("status"));

        assertThat(json(keyed(FOLLOWS, wish("price")))).isEqualTo(json(first));
        assertThat(json(get(FOLLOWS, "X-Subscriber-Token", token(ada)))
                        .at("/follows/0/events/0")
                        .stringValue())
                .isEqualTo("status");
    }

    @Test
    void aWebhookThatWasRemovedStaysRemovedWhenItsRequestComesAgain() {
        HttpResponse<String> first = keyed(WEBHOOKS, URL.formatted(9));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        end(WEBHOOKS, first);

        HttpResponse<String> again = keyed(WEBHOOKS, URL.formatted(9));
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(webhooks()).isZero();
    }

    /// As when a name has been given up meanwhile: what was answered first counts.
    @Test
    void aWebhookIsNotLookedAtAgainWhenItsRequestComesAgain(
            @Autowired WebhookService lenient,
            @Autowired WebhookRepository webhooks,
            @Autowired PostRepository posts,
            @Autowired FollowRepository follows,
            @Autowired Idempotency idempotency,
            @Autowired TransactionTemplate transactions,
            @Autowired Ids ids) {
        var settings = new AlertSettings(1, Duration.ZERO, false, false);
        var strict = new WebhookService(
                webhooks,
                posts,
                follows,
                new PublicAddresses(settings),
                settings,
                idempotency,
                transactions,
                ids,
                Clock.systemUTC());
        var request = new KeyedRequest("webhook", ada.id().toString(), key, new byte[32]);
        String url = "http://127.0.0.1:9/hook";
        assertThatThrownBy(() -> strict.add(ada.id(), url, request)).isInstanceOf(InvalidInput.class);
        WebhookService.Added first = lenient.add(ada.id(), url, request);
        assertThat(strict.add(ada.id(), url, request)).isEqualTo(first);
    }

    @Test
    void aReplayWhoseRequestComesAgainIsNotDoneAgain() {
        HttpResponse<String> webhook = postJson(WEBHOOKS, URL.formatted(9), "X-Subscriber-Token", token(ada));
        String path = WEBHOOKS + "/" + json(webhook).get("id").stringValue() + "/replay";
        assertThat(keyed(path, "{\"after\": 0}").statusCode()).isEqualTo(202);
        assertThat(keyed(path, "{\"after\": 0}").statusCode()).isEqualTo(202);
        assertThat(keys()).isOne();
        assertThat(keyed(path, "{\"after\": 1}").statusCode()).isEqualTo(422);
        end(WEBHOOKS, webhook);
        assertThat(keyed(path, "{\"after\": 0}").statusCode())
                .as("its webhook gone")
                .isEqualTo(202);
    }

    @Test
    void aKeyIsForOneBodyOfOneSubscriberAndOneKindOfThing() {
        known();
        assertThat(keyed(FOLLOWS, wish("price")).statusCode()).isEqualTo(201);
        assertThat(keyed(WEBHOOKS, URL.formatted(9)).statusCode()).isEqualTo(201);
        for (HttpResponse<String> other : List.of(keyed(FOLLOWS, wish("status")), keyed(WEBHOOKS, URL.formatted(10)))) {
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(json(other).get("type").stringValue()).endsWith("/idempotency-key-reused");
        }
        Reader bob = Reader.subscribed(jdbc);
        assertThat(postJson(FOLLOWS, wish("status"), "X-Subscriber-Token", token(bob), "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(201);
        assertThat(postJson(
                                FOLLOWS,
                                wish("price"),
                                "X-Subscriber-Token",
                                token(ada),
                                "Idempotency-Key",
                                "k".repeat(256))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void fiftyAtOnceWithOneKeyHaveOneResult() throws Exception {
        known();
        Callable<HttpResponse<String>> ask = () -> keyed(FOLLOWS, wish("price"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 50).mapToObj(_ -> ask).toList())) {
                // 503 where the machine is so busy that no connection of the database was free in time.
                assertThat(answer.get().statusCode()).isIn(201, 409, 503);
            }
        }
        assertThat(follows(ada)).isOne();
    }

    @Test
    void whoIsErasedLeavesNoKey() {
        known();
        keyed(FOLLOWS, wish("price"));
        assertThat(keys()).isOne();
        postForm("/newsletter/privacy", "email=" + ada.email());
        postForm(new WaitingMail(jdbc).link(ada.email(), "erase"), "");
        assertThat(keys()).isZero();
    }

    private String wish(String event) {
        return "{\"target\": {\"kind\": \"tool\", \"key\": \"%s\"}, \"events\": [\"%s\"]}".formatted(slug, event);
    }

    private HttpResponse<String> keyed(String path, String body) {
        return postJson(path, body, "X-Subscriber-Token", token(ada), "Idempotency-Key", key);
    }

    private void end(String path, HttpResponse<String> created) {
        JsonNode id = json(created).get("id");
        assertThat(send("DELETE", path + "/" + id.stringValue(), "", "X-Subscriber-Token", token(ada))
                        .statusCode())
                .isEqualTo(204);
    }

    private int follows(Reader reader) {
        return count("follow", reader);
    }

    private int webhooks() {
        return count("alert_webhook", ada);
    }

    private int count(String table, Reader reader) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE subscriber_id = :id")
                .param("id", reader.id())
                .query(Integer.class)
                .single();
    }

    private int keys() {
        return jdbc.sql("SELECT count(*) FROM keyed_request WHERE caller = :id::text")
                .param("id", ada.id())
                .query(Integer.class)
                .single();
    }
}
