package dev.toolverdicts.newsletter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.Reader;
import dev.toolverdicts.newsletter.WaitingMail;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is followed goes along to another address, whatever there is already.
class AlertMoveIT extends AlertInfrastructure {

    private static final String WEBHOOKS = "/api/v1/newsletter/webhooks";

    private Reader ada;
    private Reader other;
    private WaitingMail mail;

    @BeforeEach
    void twoSubscribers() {
        ada = Reader.subscribed(jdbc);
        other = Reader.subscribed(jdbc);
        mail = new WaitingMail(jdbc);
    }

    @Test
    void anAddressThatWasOnlyTypedIntoTheFormGetsThemAll() {
        known();
        String webhook = webhook(ada, "https://127.0.0.1/hook");
        follows(ada, "tool", slug);
        follow(ada, webhook, "verdict");
        String next = "next-" + UUID.randomUUID() + "@example.org";
        postJson("/api/v1/newsletter/subscriptions", "{\"email\": \"" + next + "\"}");
        move(ada, next);

        var moved = new Reader(
                jdbc,
                jdbc.sql("SELECT subscriber_id FROM subscriber WHERE email = :email")
                        .param("email", next)
                        .query(UUID.class)
                        .single(),
                next);
        assertThat(list(moved)).hasSize(2);
        assertThat(webhooks(moved)).containsExactly(webhook);
        assertThat(stored(ada)).isZero();
    }

    @Test
    void twoOfAKindBecomeOneThatTellsWhatEitherWouldHave() {
        known();
        follow(ada, null, "price");
        follow(other, null, "verdict", "status");
        follows(other, "category", "category-" + tool);
        String kept = webhook(ada, "https://127.0.0.1/hook");
        String ended = webhook(other, "https://127.0.0.1/hook");
        follow(ada, kept, "price");
        follow(other, ended, "verdict");
        String own = webhook(other, "https://127.0.0.1/own");
        follow(other, own, "status");
        jdbc.sql("UPDATE follow SET created_at = '2026-11-01T00:00:00Z' WHERE subscriber_id = :id")
                .param("id", other.id())
                .update();
        move(ada, other.email());

        assertThat(list(other))
                .extracting(follow -> follow.get("target").get("kind").stringValue() + " " + where(follow) + " "
                        + follow.get("events"))
                .containsExactlyInAnyOrder(
                        "tool mail [\"verdict\",\"price\",\"status\"]",
                        "category mail [\"verdict\",\"price\",\"status\"]",
                        "tool " + kept + " [\"verdict\",\"price\"]",
                        "tool " + own + " [\"status\"]");
        assertThat(list(other))
                .allSatisfy(follow ->
                        assertThat(follow.get("createdAt").stringValue()).startsWith("2026-11-01"));
        assertThat(webhooks(other)).containsExactlyInAnyOrder(kept, own);
        assertThat(stored(ada)).isZero();
    }

    @Test
    void nobodyGetsMoreThanOneMayHaveAndTheMoversStay() {
        followSome(ada, 60, "2026-11-20T00:00:00Z");
        followSome(other, 60, "2026-11-10T00:00:00Z");
        List<String> movers = webhooksOf(ada, 3);
        webhooksOf(other, 3);
        move(ada, other.email());

        assertThat(webhooks(other)).hasSize(5).containsAll(movers);
        assertThat(list(other)).hasSize(100);
        assertThat(list(other).stream()
                        .filter(follow -> follow.get("createdAt").stringValue().startsWith("2026-11-20")))
                .hasSize(60);
        assertThat(stored(ada)).isZero();
    }

    @Test
    void whatWaitsToBeToldIsToldAtTheNewAddressOnce() {
        known();
        follows(ada, "tool", slug);
        follows(ada, "category", "category-" + tool);
        follows(other, "tool", slug);
        pause(ada, true);
        pause(other, true);
        priceMovesWithAdaAndIsToldOnce();
        assertThat(mail.to(ada.email())).isEmpty();
    }

    @Test
    void whatOnlyTheMoverWaitsForIsTold() {
        known();
        follows(ada, "tool", slug);
        pause(ada, true);
        priceMovesWithAdaAndIsToldOnce();
    }

    private void priceMovesWithAdaAndIsToldOnce() {
        price("Pro $15", "Pro $20", 2);
        settled(1);
        move(ada, other.email());
        jdbc.sql("DELETE FROM mail_queue").update();
        pause(other, false);

        soon().until(() -> !mail.to(other.email()).isEmpty());
        assertThat(mail.to(other.email()))
                .singleElement()
                .satisfies(told -> assertThat(told).contains("One change", "Pro $15 to Pro $20"));
    }

    @Test
    void deliveriesOfAWebhookGoOnInItsTwin() {
        known();
        String kept = webhook(ada, "https://127.0.0.1/hook");
        String ended = webhook(other, "https://127.0.0.1/hook");
        follow(other, ended, "price");
        price("Pro $15", "Pro $20", 2);
        settled(1);
        move(ada, other.email());

        HttpResponse<String> deliveries =
                get(WEBHOOKS + "/" + kept + "/deliveries", "X-Subscriber-Token", token(other));
        assertThat(json(deliveries).get("deliveries")).hasSize(1);
    }

    private void move(Reader from, String to) {
        String url = links.preferencesUrl(from.id());
        String token = url.substring(url.indexOf("token=") + "token=".length());
        postForm("/newsletter/preferences/address", "token=" + token + "&email=" + to);
        assertThat(postForm(mail.link(to, "address"), "").statusCode()).isEqualTo(200);
    }

    private void follow(Reader reader, @Nullable String webhook, String... events) {
        String body = "{\"target\": {\"kind\": \"tool\", \"key\": \"%s\"}, \"events\": %s, \"webhookId\": %s}"
                .formatted(slug, JSON.writeValueAsString(events), JSON.writeValueAsString(webhook));
        HttpResponse<String> answer = follow(reader, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private String webhook(Reader reader, String url) {
        HttpResponse<String> added =
                postJson(WEBHOOKS, "{\"url\": \"" + url + "\"}", "X-Subscriber-Token", token(reader));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return json(added).get("id").stringValue();
    }

    private List<String> webhooksOf(Reader reader, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> webhook(reader, "https://127.0.0.1/" + reader.id() + "/" + number))
                .toList();
    }

    private void followSome(Reader reader, int count, String since) {
        jdbc.sql("""
                        INSERT INTO follow (follow_id, subscriber_id, target_kind, target_id, target_key, events, created_at)
                        SELECT gen_random_uuid(), :id, 'critic', :id || '-' || number, 'some', '{verdict}', :since::timestamptz
                        FROM generate_series(1, :count) number
                        """)
                .param("id", reader.id())
                .param("since", since)
                .param("count", count)
                .update();
    }

    private static String where(JsonNode follow) {
        JsonNode webhook = follow.path("webhookId");
        return webhook.isString() ? webhook.stringValue() : "mail";
    }

    private List<JsonNode> list(Reader reader) {
        return all(FOLLOWS, "follows", reader);
    }

    private List<String> webhooks(Reader reader) {
        return all(WEBHOOKS, "webhooks", reader).stream()
                .map(webhook -> webhook.get("id").stringValue())
                .toList();
    }

    private List<JsonNode> all(String path, String field, Reader reader) {
        HttpResponse<String> answer = get(path, "X-Subscriber-Token", token(reader));
        return StreamSupport.stream(json(answer).get(field).spliterator(), false)
                .toList();
    }

    private int stored(Reader reader) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM follow WHERE subscriber_id = :id)
                            + (SELECT count(*) FROM alert_webhook WHERE subscriber_id = :id)
                        """).param("id", reader.id()).query(Integer.class).single();
    }
}
