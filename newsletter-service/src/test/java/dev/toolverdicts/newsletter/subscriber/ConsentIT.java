package dev.toolverdicts.newsletter.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.WaitingMail;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentIT extends NewsletterInfrastructure {

    private static final String API = "/api/v1/newsletter/subscriptions";

    private final String email = Subscribers.fresh();

    @Test
    void openingTheLinkTwiceChangesNothing() {
        String link = askedFor();
        for (int visit = 0; visit < 2; visit++) {
            HttpResponse<String> page = get(link);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("method=\"post\"", "<button").doesNotContain(email);
        }
        assertThat(new Subscribers(jdbc).row(email)).containsEntry("status", "pending");
        assertThat(consents()).isEmpty();
    }

    @Test
    void pressingTheButtonIsTheConsentAndIsRecorded() {
        String link = askedFor();
        HttpResponse<String> answer =
                postForm(link, "", "X-Client-Ip", "203.0.113.9", "User-Agent", "Reader/1.0", "Sec-Fetch-Site", "none");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("You are subscribed");
        assertThat(new Subscribers(jdbc).row(email)).containsEntry("status", "confirmed");
        assertThat(consents())
                .singleElement()
                .satisfies(consent -> assertThat(consent)
                        .containsEntry("ip", "203.0.113.9")
                        .containsEntry("user_agent", "Reader/1.0")
                        .containsEntry("form_version", "2026-11"));
        assertThat(postForm(link, "").statusCode()).isEqualTo(200);
        assertThat(consents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ReactorNetty/1.3.8"})
    void whoseProgramNamesNothingHasNoNameOfItRecorded(String agent) {
        assertThat(postForm(askedFor(), "", "User-Agent", agent).statusCode()).isEqualTo(200);
        assertThat(consents())
                .singleElement()
                .satisfies(consent -> assertThat(consent).containsEntry("user_agent", null));
    }

    @Test
    void manyPressesAtOnceAreOneConsent() throws Exception {
        String link = askedFor();
        Callable<Integer> press = () -> postForm(link, "").statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> press).toList())) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(consents()).hasSize(1);
    }

    @Test
    void aTokenIsKeptAsAHashAndGoodForSevenDays() {
        String link = askedFor();
        String token = link.substring(link.indexOf('=') + 1);
        assertThat(jdbc.sql("SELECT mailed_token::text FROM mailed_token")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(token));
        jdbc.sql("UPDATE mailed_token SET expires_at = '2026-11-24T12:00:00Z' WHERE email = :email")
                .param("email", email)
                .update();
        assertThat(get(link).statusCode()).isEqualTo(404);
        assertThat(postForm(link, "").statusCode()).isEqualTo(404);
        assertThat(new Subscribers(jdbc).row(email)).containsEntry("status", "pending");
    }

    @Test
    void knownAndUnknownAddressesAreMailedTheSame() {
        postForm(askedFor(), "");
        new WaitingMail(jdbc).forget(email);
        askedFor();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void anAddressGetsFewMailsHoweverOftenItIsAskedFor() {
        for (int time = 0; time < 6; time++) {
            assertThat(postJson(API, body()).statusCode()).isEqualTo(202);
        }
        assertThat(mails()).hasSize(3);
    }

    @Test
    void aNetworkGetsItsLimitWithLimitRemainingAndReset() {
        String network = "192.0.2.1";
        String first = "{\"email\": \"" + Subscribers.fresh() + "\"}";
        String key = UUID.randomUUID().toString();
        assertThat(postJson(API, first, "X-Client-Ip", network, "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(202);
        for (int time = 1; time < 10; time++) {
            assertThat(postJson(API, "{\"email\": \"" + Subscribers.fresh() + "\"}", "X-Client-Ip", network)
                            .statusCode())
                    .isEqualTo(202);
        }
        var refused = postJson(API, body(), "X-Client-Ip", "192.0.2.200");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(postJson(API, first, "X-Client-Ip", network, "Idempotency-Key", key)
                        .statusCode())
                .as("the same again")
                .isEqualTo(202);
        assertThat(json(refused).get("limit").intValue()).isEqualTo(10);
        assertThat(json(refused).get("remaining").intValue()).isZero();
        assertThat(json(refused).get("reset").intValue()).isEqualTo(3600);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("360");
        for (String form : new String[] {"/newsletter/subscribe", "/newsletter/privacy"}) {
            var page = postForm(form, "email=" + email, "X-Client-Ip", network);
            assertThat(page.statusCode()).as(form).isEqualTo(429);
            assertThat(page.headers().firstValue("Retry-After")).as(form).hasValue("360");
        }
        assertThat(mails()).isEmpty();
    }

    @Test
    void whatOnlyAProgramFillsInMailsNobody() {
        assertThat(postForm("/newsletter/subscribe", "email=" + email + "&website=x")
                        .statusCode())
                .isEqualTo(200);
        assertThat(mails()).isEmpty();
        assertThat(new Subscribers(jdbc).count(email)).isZero();
    }

    private String body() {
        return "{\"email\": \"" + email + "\"}";
    }

    private String askedFor() {
        assertThat(postJson(API, body()).statusCode()).isEqualTo(202);
        return new WaitingMail(jdbc).link(email, "confirm");
    }

    private List<String> mails() {
        return new WaitingMail(jdbc).to(email);
    }

    private List<Map<String, Object>> consents() {
        return jdbc.sql("""
                        SELECT host(ip) AS ip, user_agent, form_version FROM consent
                        JOIN subscriber USING (subscriber_id) WHERE email_key = :key
                        """).param("key", email).query().listOfRows();
    }
}
