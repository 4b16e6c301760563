package dev.toolverdicts.newsletter.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.subscriber.SubscriptionLinks;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class UnsubscribeIT extends NewsletterInfrastructure {

    @Autowired
    private SubscriptionLinks links;

    @Autowired
    private TransactionTemplate transactions;

    private final UUID ada = UUID.randomUUID();
    private final UUID issue = UUID.randomUUID();

    @Test
    void openingTheLinkChangesNothingHoweverOften() {
        subscribe("confirmed");
        var before = row();
        for (int visit = 0; visit < 2; visit++) {
            HttpResponse<String> page = get(unsubscribe());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("<form", "method=\"post\"", "<button", "/newsletter/preferences?token=")
                    .doesNotContain("@example.org");
            assertThat(send("HEAD", unsubscribe(), "").statusCode()).isEqualTo(200);
            assertThat(get(preferences()).statusCode()).isIn(200, 404);
        }
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void aBarePostEndsItWithoutCookieAndRedirect() {
        subscribe("confirmed");
        HttpResponse<String> answer = postForm(unsubscribe(), "List-Unsubscribe=One-Click");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("You are unsubscribed").doesNotContain("@example.org");
        assertThat(row())
                .containsEntry("status", "unsubscribed")
                .containsEntry("suppressed", "unsubscribed")
                .containsEntry("unsubscribed_from", issue);
    }

    @Test
    void theButtonOfThePageEndsItToo() {
        subscribe("confirmed");
        String token = unsubscribe().substring(unsubscribe().indexOf('=') + 1);
        assertThat(postForm("/newsletter/unsubscribe", "token=" + token).statusCode())
                .isEqualTo(200);
        assertThat(row()).containsEntry("status", "unsubscribed");
    }

    @Test
    void aMailProgramInABrowserMayPostHereAndNowhereElse() {
        subscribe("confirmed");
        assertThat(postForm(unsubscribe(), "List-Unsubscribe=One-Click", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(200);
        assertThat(row()).containsEntry("status", "unsubscribed");
        assertThat(postForm("/newsletter/subscribe", "email=a@example.org", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void repeatingItDoesNothing() {
        subscribe("confirmed");
        postForm(unsubscribe(), "List-Unsubscribe=One-Click");
        var before = row();
        String elsewhere = path(links.unsubscribeUrl(ada, UUID.randomUUID()));
        assertThat(postForm(elsewhere, "List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(200);
        assertThat(send("POST", unsubscribe(), "").statusCode()).isEqualTo(200);
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void aComplaintIsNotForgottenForAnUnsubscribe() {
        subscribe("confirmed");
        jdbc.sql("UPDATE subscriber SET suppressed = 'complaint' WHERE subscriber_id = :id")
                .param("id", ada)
                .update();
        postForm(unsubscribe(), "List-Unsubscribe=One-Click");
        assertThat(row()).containsEntry("status", "unsubscribed").containsEntry("suppressed", "complaint");
    }

    @Test
    void anotherTokenEndsNothing() {
        subscribe("confirmed");
        String foreign = preferences().replace("/newsletter/preferences", "/newsletter/unsubscribe");
        for (String bad : new String[] {foreign, unsubscribe() + "x", "/newsletter/unsubscribe"}) {
            assertThat(postForm(bad, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(404);
            assertThat(get(bad).statusCode()).isEqualTo(404);
        }
        assertThat(row()).containsEntry("status", "confirmed");
    }

    /// What a dispatcher does between its last look at the subscriber and the final dot.
    @Test
    void anUnsubscribeWaitsForAMailThatIsBeingHandedOver() throws Exception {
        subscribe("confirmed");
        CompletableFuture<Integer> answer = transactions.execute(_ -> {
            String seen = jdbc.sql("SELECT status FROM subscriber WHERE subscriber_id = :id FOR SHARE")
                    .param("id", ada)
                    .query(String.class)
                    .single();
            assertThat(seen).isEqualTo("confirmed");
            var asked = CompletableFuture.supplyAsync(
                    () -> postForm(unsubscribe(), "List-Unsubscribe=One-Click").statusCode());
            assertThatThrownBy(() -> asked.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return asked;
        });
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(200);
        String after =
                transactions.execute(_ -> jdbc.sql("SELECT status FROM subscriber WHERE subscriber_id = :id FOR SHARE")
                        .param("id", ada)
                        .query(String.class)
                        .single());
        assertThat(after).isEqualTo("unsubscribed");
    }

    private void subscribe(String status) {
        String email = ada + "@example.org";
        jdbc.sql("""
                        INSERT INTO subscriber (subscriber_id, email, email_key, status, topics, requested_at)
                        VALUES (:id, :email, :email, :status, '{}', '2026-11-01T00:00:00Z')
                        """)
                .param("id", ada)
                .param("email", email)
                .param("status", status)
                .update();
    }

    private Map<String, Object> row() {
        return jdbc.sql("SELECT * FROM subscriber WHERE subscriber_id = :id")
                .param("id", ada)
                .query((row, _) -> Map.of(
                        "status", row.getString("status"),
                        "suppressed", String.valueOf(row.getString("suppressed")),
                        "unsubscribed_at", String.valueOf(row.getString("unsubscribed_at")),
                        "unsubscribed_from",
                                (Object)
                                        (row.getString("unsubscribed_from") == null
                                                ? "null"
                                                : row.getObject("unsubscribed_from", UUID.class))))
                .single();
    }

    private String unsubscribe() {
        return path(links.unsubscribeUrl(ada, issue));
    }

    private String preferences() {
        return path(links.preferencesUrl(ada));
    }

    private static String path(String url) {
        URI address = URI.create(url);
        return address.getRawPath() + "?" + address.getRawQuery();
    }
}
