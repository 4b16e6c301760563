package dev.toolverdicts.newsletter.subscriber;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionIT extends NewsletterInfrastructure {

    private static final String API = "/api/v1/newsletter/subscriptions";
    private static final String FORM = "/newsletter/subscribe";

    @Test
    void knownAndUnknownAddressesGetTheSameAnswer() {
        var email = fresh();
        var first = postJson(API, """
                {"email": "%s", "topics": ["models"], "source": "/weekly"}""".formatted(email));
        var second = postJson(API, """
                {"email": "%s", "topics": ["audio", "agents"]}""".formatted(email.toUpperCase(java.util.Locale.ROOT)));
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(row(email))
                .containsEntry("status", "pending")
                .containsEntry("email", email)
                .containsEntry("source", null);
        assertThat(topics(email)).isEqualTo("{audio,agents}");
    }

    @Test
    void fiftyAtOnceLeaveOneSubscriber() throws Exception {
        var email = fresh();
        Callable<Integer> ask = () -> postJson(API, "{\"email\": \"" + email + "\"}", "Idempotency-Key", email)
                .statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(IntStream.range(0, 50).mapToObj(_ -> ask).toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(202);
            }
        }
        assertThat(count(email)).isOne();
    }

    @Test
    void aKeyWithAnotherBodyIsRefused() {
        var key = UUID.randomUUID().toString();
        var other = fresh();
        assertThat(postJson(API, "{\"email\": \"" + fresh() + "\"}", "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(202);
        var reused = postJson(API, "{\"email\": \"" + other + "\"}", "Idempotency-Key", key);
        assertThat(reused.statusCode()).isEqualTo(422);
        assertThat(json(reused).get("type").stringValue()).endsWith("/idempotency-key-reused");
        assertThat(count(other)).isZero();
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        var key = UUID.randomUUID().toString();
        postJson(API, "{\"email\": \"" + fresh() + "\"}", "Idempotency-Key", key);
        jdbc.sql("UPDATE request_key SET seen_at = seen_at - interval '25 hours' WHERE key = :key")
                .param("key", key)
                .update();
        assertThat(postJson(API, "{\"email\": \"" + fresh() + "\"}", "Idempotency-Key", key)
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

    @Test
    void aFormThatIsNotEncodedAsOneIsRefused() {
        assertThat(postForm(FORM, "email=%zz").statusCode()).isEqualTo(400);
        assertThat(postForm(FORM, "email=%00&source=x").statusCode()).isEqualTo(400);
        assertThat(postJson(FORM, "{}").statusCode()).isEqualTo(415);
    }

    @Test
    void anotherSiteCannotSubscribeAnybody() {
        var answer = postForm(FORM, form(fresh(), "weekly"), "Sec-Fetch-Site", "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void theFormAnswersAWholePage() {
        var email = fresh();
        var answer = postForm(FORM, form(email, "/compare/a-vs-b"), "Sec-Fetch-Site", "same-origin");
        assertPage(answer, 200);
        assertThat(answer.body()).contains("Check your inbox", "confirmation mails start with the first issue");
        assertThat(answer.body()).doesNotContain(email);
        assertThat(row(email)).containsEntry("source", "/compare/a-vs-b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada lovelace@example.org", "ada<b>@example.org", "\"><script>alert(1)</script>"})
    void theFormKeepsWhatWasTyped(String typed) {
        var answer = postForm(FORM, form(typed, "weekly"));
        assertPage(answer, 400);
        assertThat(answer.body())
                .contains("value=\"" + org.springframework.web.util.HtmlUtils.htmlEscape(typed) + "\"")
                .contains("value=\"weekly\"", "aria-invalid=\"true\"", "aria-describedby=\"trouble\"")
                .doesNotContain("<script>alert");
    }

    @Test
    void aFormWithLineBreaksStoresNothing() {
        var email = fresh();
        assertPage(postForm(FORM, form(email + "\r\nBcc: all@example.org", "weekly")), 400);
        assertPage(postForm(FORM, "email="), 400);
        assertPage(postForm(FORM, "source=weekly"), 400);
        assertThat(count(email)).isZero();
    }

    @Test
    void aTamperedSourceIsDropped() {
        var email = fresh();
        assertPage(postForm(FORM, form(email, "a\r\nb: c")), 200);
        assertThat(row(email)).containsEntry("source", "form");
    }

    @Test
    void theFormKeepsWhatWasTypedWhileTheDatabaseFails() {
        var email = fresh();
        jdbc.sql("ALTER TABLE subscriber RENAME TO subscriber_away").update();
        try {
            var answer = postForm(FORM, form(email, "weekly"));
            assertPage(answer, 503);
            assertThat(answer.body()).contains("value=\"" + email + "\"", "try again");
        } finally {
            jdbc.sql("ALTER TABLE subscriber_away RENAME TO subscriber").update();
        }
        assertPage(postForm(FORM, form(email, "weekly")), 200);
    }

    @Test
    void theSignupPageHasTheForm() {
        var answer = get("/newsletter");
        assertPage(answer, 200);
        assertThat(answer.body())
                .contains("action=\"/newsletter/subscribe\"", "name=\"email\"", "value=\"newsletter\"");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
    }

    private static void assertPage(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body())
                .startsWith("<!DOCTYPE html>")
                .contains("/assets/site.css", "<header class=\"masthead\"", "</html>")
                .doesNotContain("th:");
    }

    private static String fresh() {
        return "reader-" + UUID.randomUUID() + "@example.org";
    }

    private static String form(String email, String source) {
        return Map.of("email", email, "source", source).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Map<String, Object> row(String email) {
        return jdbc.sql("SELECT email, status, source FROM subscriber WHERE email_key = :key")
                .param("key", email)
                .query()
                .singleRow();
    }

    private String topics(String email) {
        return jdbc.sql("SELECT topics::text FROM subscriber WHERE email_key = :key")
                .param("key", email)
                .query(String.class)
                .single();
    }

    private int count(String email) {
        return jdbc.sql("SELECT count(*) FROM subscriber WHERE email_key = :key")
                .param("key", email)
                .query(Integer.class)
                .single();
    }
}
