package dev.toolverdicts.newsletter.subscriber;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

class SignupIT extends NewsletterInfrastructure {

    private static final String FORM = "/newsletter/subscribe";

    @Test
    void aFormThatIsNotEncodedAsOneIsRefused() {
        assertThat(postForm(FORM, "email=%zz").statusCode()).isEqualTo(400);
        assertThat(postForm(FORM, "email=%00&source=x").statusCode()).isEqualTo(400);
        assertThat(postJson(FORM, "{}").statusCode()).isEqualTo(415);
    }

    @Test
    void anotherSiteCannotSubscribeAnybody() {
        var answer = postForm(FORM, form(Subscribers.fresh(), "weekly"), "Sec-Fetch-Site", "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void theFormAnswersAWholePage() {
        var email = Subscribers.fresh();
        var answer = postForm(FORM, form(email, "/compare/a-vs-b"), "Sec-Fetch-Site", "same-origin");
        assertPage(answer, 200);
        assertThat(answer.body()).contains("Check your inbox", "within seven days");
        assertThat(answer.body()).doesNotContain(email);
        assertThat(subscribers().row(email)).containsEntry("source", "/compare/a-vs-b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada lovelace@example.org", "ada<b>@example.org", "\"><script>alert(1)</script>"})
    void theFormKeepsWhatWasTyped(String typed) {
        var answer = postForm(FORM, form(typed, "weekly"));
        assertPage(answer, 400);
        assertThat(answer.body())
                .contains("value=\"" + HtmlUtils.htmlEscape(typed) + "\"")
                .contains("value=\"weekly\"", "aria-invalid=\"true\"", "aria-describedby=\"trouble\"")
                .doesNotContain("<script>alert");
    }

    @Test
    void aFormWithLineBreaksStoresNothing() {
        var email = Subscribers.fresh();
        assertPage(postForm(FORM, form(email + "\r\nBcc: all@example.org", "weekly")), 400);
        assertPage(postForm(FORM, "email="), 400);
        assertPage(postForm(FORM, "source=weekly"), 400);
        assertThat(subscribers().count(email)).isZero();
    }

    @Test
    void aTamperedSourceIsDropped() {
        var email = Subscribers.fresh();
        assertPage(postForm(FORM, form(email, "a\r\nb: c")), 200);
        assertThat(subscribers().row(email)).containsEntry("source", "form");
    }

    @Test
    void theFormKeepsWhatWasTypedWhileTheDatabaseFails() {
        var email = Subscribers.fresh();
        jdbc.sql("ALTER TABLE subscriber RENAME TO subscriber_away").update();
        try {
            var answer = postForm(FORM, form(email, "weekly"));
            assertPage(answer, 503);
            assertThat(answer.body()).contains("value=\"" + email + "\"", "try again");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
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
                .contains("action=\"/newsletter/subscribe\"", "name=\"email\"", "value=\"page:newsletter\"");
        // Without `connect-src` what judges pages cannot read `/robots.txt` from them.
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "connect-src 'self'")
                .doesNotContain("script-src", "unsafe");
        assertThat(get("/newsletter", "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .contains("gzip");
    }

    private static void assertPage(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body())
                .startsWith("<!DOCTYPE html>")
                .contains("/assets/site.css", "<header class=\"masthead\"", "href=\"/leaderboard\"", "</html>")
                .doesNotContain("th:");
    }

    private static String form(String email, String source) {
        return Map.of("email", email, "source", source).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Subscribers subscribers() {
        return new Subscribers(jdbc);
    }
}
