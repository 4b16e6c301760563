package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// What somebody typed is theirs again when nobody took it.
@ExtendWith(OutputCaptureExtension.class)
class KeptFormIT extends ThroughTheGateway {

    private static final String FORM = "/newsletter/subscribe";
    private static final String TYPED = "email=ada%2Bweek%40example.org&source=page%3Ahome&website=&x=%3Cb%3E";

    private HttpResponse<String> send(String body, String accept) {
        return ask(
                "POST",
                FORM,
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                accept,
                "Sec-Fetch-Site",
                "same-origin");
    }

    @Test
    void aServiceThatIsDownKeepsWhatWasTyped(CapturedOutput output) {
        NEWSLETTER.stop();

        HttpResponse<String> answer = send(TYPED, "text/html,*/*;q=0.8");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).isEqualTo("1");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body())
                .contains("action=\"/newsletter/subscribe\"", "name=\"email\" type=\"email\"")
                .contains("value=\"ada+week@example.org\"", "try again")
                .contains("<input type=\"hidden\" name=\"source\" value=\"page:home\">")
                .doesNotContain("<b>", "name=\"website\"");
        assertThat(header(answer, "Location")).isEmpty();
        assertThat(output).doesNotContain("ada+week", "ada%2Bweek");
    }

    @Test
    void oneThatIsSentAgainArrives() {
        NEWSLETTER.stop();
        assertThat(send(TYPED, "text/html").statusCode()).isEqualTo(503);
        NEWSLETTER.start();

        assertThat(send("email=ada%2Bweek%40example.org&source=page%3Ahome", "text/html")
                        .statusCode())
                .isEqualTo(200);
        assertThat(NEWSLETTER.asked())
                .singleElement()
                .satisfies(asked ->
                        assertThat(asked.body()).isEqualTo("email=ada%2Bweek%40example.org&source=page%3Ahome"));
    }

    @Test
    void aServiceThatIsTooSlowKeepsItToo() {
        NEWSLETTER.behaves(Backend.NEVER_ANSWERS);

        HttpResponse<String> answer = send(TYPED, "text/html");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("value=\"ada+week@example.org\"");
    }

    @Test
    void whatWasTypedIsTextAndNoMarkup() {
        NEWSLETTER.stop();

        HttpResponse<String> answer = send("email=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", "text/html");

        assertThat(answer.body())
                .contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"")
                .doesNotContain("<script");
    }

    @Test
    void programsAndOtherFormsGetAProblemThatQuotesNothing() {
        NEWSLETTER.stop();

        assertThat(send(TYPED, "application/json").body())
                .contains("service-unavailable")
                .doesNotContain("ada");
        HttpResponse<String> other = ask(
                "POST",
                "/newsletter/preferences/address",
                BodyPublishers.ofString(TYPED),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "text/html");
        assertThat(other.statusCode()).isEqualTo(503);
        assertThat(other.body()).doesNotContain("ada", "<form");
    }
}
