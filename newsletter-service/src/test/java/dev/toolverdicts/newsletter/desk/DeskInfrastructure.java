package dev.toolverdicts.newsletter.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.SentIssues;
import dev.toolverdicts.platform.test.TestTokens;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// Reads the desk's pages and sends their forms.
abstract class DeskInfrastructure extends NewsletterInfrastructure {

    static final String DESK = "/desk/newsletter";
    static final String TOKEN = TestTokens.bearer("newsletter");
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

    SentIssues sent;

    @BeforeEach
    void issues() {
        sent = new SentIssues(jdbc);
    }

    HttpResponse<String> page(String path) {
        return page(path, TOKEN);
    }

    HttpResponse<String> page(String path, String token) {
        return get(path, "Authorization", token, "Accept", "text/html,*/*;q=0.8");
    }

    HttpResponse<String> post(String path, String form) {
        return post(path, form, TOKEN, formToken(page(DESK).body()));
    }

    HttpResponse<String> post(String path, String form, String token, String formToken) {
        return postForm(
                path,
                form + (form.isEmpty() ? "" : "&") + "formToken=" + formToken,
                "Authorization",
                token,
                "Accept",
                "text/html");
    }

    static String formToken(String html) {
        Matcher token = FORM_TOKEN.matcher(html);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    /// The tag of a field.
    static String field(String html, String id) {
        Matcher field = Pattern.compile("<(?:input|textarea)[^>]*\\sid=\"" + id + "\"[^>]*>")
                .matcher(html);
        assertThat(field.find()).as("field " + id).isTrue();
        return field.group();
    }

    void status(UUID issue, String status) {
        jdbc.sql("UPDATE issue SET status = :status WHERE issue_id = :id")
                .param("status", status)
                .param("id", issue)
                .update();
    }

    /// Adds a row to the ledger of an issue.
    ///
    /// @param name of the address, before the `@`
    /// @return whose it is
    UUID delivery(UUID issue, String name, String state, @Nullable Integer code, @Nullable String reply) {
        UUID subscriber = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO subscriber (subscriber_id, email, email_key, status, topics, requested_at)
                        VALUES (:subscriber, :email, :email, 'unsubscribed', '{}', now())
                        """)
                .param("subscriber", subscriber)
                .param("email", name + "@example.org")
                .update();
        jdbc.sql("""
                        INSERT INTO delivery (issue_id, subscriber_id, state, domain, attempts, smtp_code, smtp_reply, message_id,
                                              updated_at)
                        VALUES (:issue, :subscriber, :state, 'example.org', 1, :code, :reply, '<m@x>', now())
                        """)
                .param("issue", issue)
                .param("subscriber", subscriber)
                .param("state", state)
                .param("code", code)
                .param("reply", reply)
                .update();
        return subscriber;
    }
}
