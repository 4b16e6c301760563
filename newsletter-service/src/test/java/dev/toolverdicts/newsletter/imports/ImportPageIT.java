package dev.toolverdicts.newsletter.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.Markup;
import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.platform.test.TestTokens;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportPageIT extends NewsletterInfrastructure {

    private static final String PAGE = "/desk/newsletter/import";
    private static final String TOKEN = TestTokens.bearer("newsletter");
    private static final String NO_FILE = "";

    private final String fresh = "page-" + UUID.randomUUID() + "@example.org";

    @AfterEach
    void nobodyIsAsked() {
        jdbc.sql("DELETE FROM invitation").update();
    }

    @Test
    void aFileIsLookedAtAndThenTakenInOnce() {
        String file = "email,topics\n" + fresh + ",audio\n" + fresh + ",\nnobody,\n";
        HttpResponse<String> looked = post(formToken(), "", "", "", file);
        assertThat(looked.statusCode()).as(looked.body()).isEqualTo(200);
        assertThat(looked.body())
                .contains("What this file would do", "Ask one person", "Line 4", ", email")
                .doesNotContain(fresh, "What this file did");
        assertThat(Markup.faults(looked.body())).isEmpty();
        assertThat(subscribers(fresh)).isZero();

        String seen = value(looked, "seen");
        String key = value(looked, "key");
        HttpResponse<String> taken = post(formToken(), "take", seen, key, file);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(taken.body())
                .contains("What this file did", "<strong>1</strong>")
                .doesNotContain("name=\"seen\"");
        assertThat(Markup.faults(taken.body())).isEmpty();
        assertThat(subscribers(fresh)).isOne();

        assertThat(post(formToken(), "take", seen, key, file).body())
                .as("the page loaded again tells the same")
                .contains("What this file did", "<strong>1</strong>");
        assertThat(post(formToken(), "", "", "", file).body())
                .contains("Nobody new is in it")
                .doesNotContain("name=\"seen\"");
    }

    @Test
    void whatWasNotLookedAtIsNotTakenIn() {
        HttpResponse<String> looked = post(formToken(), "", "", "", "email\n" + fresh + "\n");
        String other = "x" + fresh;
        HttpResponse<String> refused =
                post(formToken(), "take", value(looked, "seen"), value(looked, "key"), "email\n" + other + "\n");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("role=\"alert\"", "another file than the one you looked at", "What this file would do");
        assertThat(subscribers(other)).isZero();
        assertThat(value(refused, "seen")).isNotEqualTo(value(looked, "seen"));
        assertThat(post(formToken(), "take", "", "", "email\n" + other + "\n").statusCode())
                .isEqualTo(409);
        assertThat(subscribers(other)).isZero();
    }

    @Test
    void whatIsWrongIsSaidOnThePage() {
        assertWrong(post(formToken(), "", "", "", NO_FILE), 400, "Choose a file first.");
        assertWrong(post(formToken(), "", "", "", "name\nAda\n"), 400, "This file cannot be read. line 1: ");
        assertWrong(post("guess", "take", "", "", "email\n" + fresh + "\n"), 403, "not of your present sign-in");
        String whole = body(formToken(), "", "", "", "email\n" + fresh + "\n");
        assertWrong(post(whole.substring(0, whole.length() - 40), TOKEN), 400, "the form did not arrive whole");
        assertThat(subscribers(fresh)).isZero();
    }

    @Test
    void thePageIsForNewsletterEditors() {
        String body = body("x", "", "", "", "email\n");
        assertThat(post(body, TestTokens.bearer("editor")).statusCode()).isEqualTo(403);
        assertThat(send("POST", PAGE, body, "Content-Type", "multipart/form-data; boundary=part")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aFileMayBeLargerThanAForm() {
        var file = new StringBuilder("email\n");
        while (file.length() < 1024 * 1024) {
            file.append(fresh).append('\n');
        }
        HttpResponse<String> looked = post(formToken(), "", "", "", file.toString());
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.body()).contains("Ask one person");
        assertThat(post(formToken(), "", "", "", file.toString().repeat(33)).statusCode())
                .isEqualTo(413);
    }

    /// RFC 8058 has mail programs post such bodies too; nobody reads them, so nothing may depend on their shape.
    @Test
    void otherPagesDoNotReadMultipartForms() {
        assertThat(send(
                                "POST",
                                "/newsletter/unsubscribe?token=nonsense",
                                "--part\r\nbroken",
                                "Content-Type",
                                "multipart/form-data; boundary=part")
                        .statusCode())
                .isEqualTo(404);
    }

    private static void assertWrong(HttpResponse<String> page, int status, String words) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertThat(page.body()).contains("role=\"alert\"", words);
        assertThat(Markup.faults(page.body())).isEmpty();
    }

    private HttpResponse<String> post(String formToken, String step, String seen, String key, String file) {
        return post(body(formToken, step, seen, key, file), TOKEN);
    }

    private HttpResponse<String> post(String body, String token) {
        return send(
                "POST",
                PAGE,
                body,
                "Content-Type",
                "multipart/form-data; boundary=part",
                "Authorization",
                token,
                "Accept",
                "text/html");
    }

    /// As a browser sends it.
    private static String body(String formToken, String step, String seen, String key, String file) {
        String name = file.isEmpty() ? "" : "people.csv";
        return field("formToken", formToken)
                + field("step", step)
                + field("seen", seen)
                + field("key", key)
                + "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--part--\r\n";
    }

    private static String field(String name, String value) {
        return "--part\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private String formToken() {
        return value(get(PAGE, "Authorization", TOKEN, "Accept", "text/html"), "formToken");
    }

    private static String value(HttpResponse<String> page, String field) {
        Matcher value =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(value.find()).as(page.body()).isTrue();
        return value.group(1);
    }

    private int subscribers(String email) {
        return jdbc.sql("SELECT count(*) FROM subscriber WHERE email_key = :key")
                .param("key", email)
                .query(Integer.class)
                .single();
    }
}
