package dev.toolverdicts.newsletter.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionIT extends NewsletterInfrastructure {

    private static final String API = "/api/v1/newsletter/subscriptions";
    private static final String FORM = "/newsletter/subscribe";

    @Test
    void knownAndUnknownAddressesGetTheSameAnswer() {
        var email = Subscribers.fresh();
        var first = postJson(API, """
                {"email": "%s", "topics": ["models"], "source": "/weekly"}""".formatted(email));
        var second = postJson(API, """
                {"email": "%s", "topics": ["audio", "agents"]}""".formatted(email.toUpperCase(Locale.ROOT)));
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(subscribers().row(email))
                .containsEntry("status", "pending")
                .containsEntry("email", email)
                .containsEntry("source", null);
        assertThat(subscribers().topics(email)).isEqualTo("{audio,agents}");
    }

    @Test
    void fiftyAtOnceLeaveOneSubscriber() throws Exception {
        var email = Subscribers.fresh();
        Callable<Integer> ask = () -> postJson(API, "{\"email\": \"" + email + "\"}", "Idempotency-Key", email)
                .statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(IntStream.range(0, 50).mapToObj(_ -> ask).toList());
            for (var answer : answers) {
                // 503 where the machine is so busy that no connection of the database was free in time.
                assertThat(answer.get()).isIn(202, 409, 503);
            }
        }
        assertThat(subscribers().count(email)).isOne();
    }

    @Test
    void aKeyWithAnotherBodyIsRefused() {
        var key = UUID.randomUUID().toString();
        var other = Subscribers.fresh();
        assertThat(postJson(API, "{\"email\": \"" + Subscribers.fresh() + "\"}", "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(202);
        var reused = postJson(API, "{\"email\": \"" + other + "\"}", "Idempotency-Key", key);
        assertThat(reused.statusCode()).isEqualTo(422);
        assertThat(json(reused).get("type").stringValue()).endsWith("/idempotency-key-reused");
        assertThat(subscribers().count(other)).isZero();
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        var key = UUID.randomUUID().toString();
        postJson(API, "{\"email\": \"" + Subscribers.fresh() + "\"}", "Idempotency-Key", key);
        jdbc.sql("UPDATE keyed_request SET created_at = created_at - interval '25 hours' WHERE key = :key")
                .param("key", key)
                .update();
        assertThat(postJson(API, "{\"email\": \"" + Subscribers.fresh() + "\"}", "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\": \"ada@example.org\\r\\nBcc: b@example.org\"} | 400 | /email",
                "{\"email\": \"ada%0d%0a@example.org\"} | 400 | /email",
                "{\"email\": \"ada\\u0000@example.org\"} | 400 | /email",
                "{\"email\": 7} | 400 | /email",
                "{\"email\": \"ada@example.org\", \"topics\": {}} | 400 | /topics",
                "{\"email\": \"ada@example.org\", \"source\": \"<script>\"} | 400 | /source",
                "{\"email\": \"ada@example.org\", \"email\": \"b@example.org\"} | 400 |",
                "{\"email\": | 400 |",
                "'' | 400 |",
            })
    void badInputIsAProblemWithItsPlace(String body, int status, String pointer) {
        var answer = postJson(API, body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("ada", "dev.toolverdicts.newsletter", "Exception");
        var problem = json(answer);
        assertThat(problem.get("type").stringValue()).startsWith("https://toolverdicts.dev/problems/");
        assertThat(problem.get("instance").stringValue()).isEqualTo(API);
        if (pointer != null) {
            assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        }
    }

    @Test
    void anAddressOver254CharactersIsRefused() {
        var answer = postJson(API, "{\"email\": \"" + "a".repeat(60) + "@" + "b.".repeat(120) + "org\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/pointer").stringValue()).isEqualTo("/email");
    }

    @Test
    void bodiesOver64KibAreRefusedAnnouncedOrNot() {
        var large = "{\"email\": \"" + "a".repeat(70_000) + "\"}";
        assertThat(postJson(API, large).statusCode()).isEqualTo(413);
        var chunked = BodyPublishers.fromPublisher(BodyPublishers.ofString(large));
        assertThat(send("POST", API, chunked, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(413);
        assertThat(postForm(FORM, "email=" + "a".repeat(70_000)).statusCode()).isEqualTo(413);
        var chunkedForm = BodyPublishers.fromPublisher(BodyPublishers.ofString("email=" + "a".repeat(70_000)));
        assertThat(send("POST", FORM, chunkedForm, "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(413);
    }

    private Subscribers subscribers() {
        return new Subscribers(jdbc);
    }
}
