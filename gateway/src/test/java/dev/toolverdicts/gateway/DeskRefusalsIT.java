package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/// What services refuse at the desk, as people and programs hear it.
class DeskRefusalsIT extends WithSignIn {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String NO_TOKEN =
            problem("unauthorized", "Unauthorized", "An access token is needed for this.");

    @Test
    void aFormOfASignInThatHasEndedIsAnsweredWithAPageThatSaysSo() {
        String cookie = signedIn();
        store.sql("DELETE FROM session").update();
        refuses(401, "application/problem+json", NO_TOKEN);

        HttpResponse<String> page = send(cookie, BROWSER);

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(page, "ETag")).isEmpty();
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>")
                .contains("Your sign-in has ended", "Nothing was saved", "class=\"masthead\"")
                .contains("<a href=\"/desk/sign-in\" target=\"_blank\"", "<a href=\"/desk/sign-in\">")
                .doesNotContain("token", "{{");
        assertThat(send("voter=v", BROWSER).body()).as("no cookie any more").contains("Your sign-in has ended");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/desk/newsletter/7?checks=true, /desk/sign-in?to=/desk/newsletter/7",
        "http://localhost:8080/desk, /desk/sign-in",
        "https://evil.example/elsewhere, /desk/sign-in",
        "not an address, /desk/sign-in"
    })
    void theWayInLeadsBackToThePageThatTheFormWasOn(String referer, String way) {
        refuses(401, "application/problem+json", NO_TOKEN);

        HttpResponse<String> page = ask(
                "POST",
                DESK + "/7/approve",
                BodyPublishers.ofString("title=a"),
                "Accept",
                BROWSER,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                "same-origin",
                "Referer",
                referer);

        assertThat(page.body()).contains("<a href=\"" + way + "\" target=\"_blank\"", "<a href=\"" + way + "\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/problem+json, text/html;q=0.5"})
    void programsGetWhatTheServiceSaid(String accept) {
        refuses(401, "application/problem+json", NO_TOKEN);

        HttpResponse<String> answer = send("voter=v", accept);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(NO_TOKEN);
    }

    @Test
    void whoHasATokenOfTheirOwnGetsWhatTheServiceSaid() {
        refuses(401, "application/problem+json", NO_TOKEN);

        assertThat(get(DESK, "Authorization", "Bearer mine", "Accept", BROWSER).body())
                .isEqualTo(NO_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void whoIsSignedInWithoutTheRoleIsToldSoOnAPage(String method) {
        String cookie = signedIn();
        refuses(
                403,
                "application/problem+json",
                problem("forbidden", "Forbidden", "The access token does not allow this."));

        HttpResponse<String> page = send(method, DESK, cookie, BROWSER);

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>")
                .contains("role", "href=\"/desk\"")
                .doesNotContain("token");
    }

    @Test
    void anyOtherProblemIsToldInItsWords() {
        String cookie = signedIn();
        refuses(409, "application/problem+json;charset=UTF-8", problem("moved-on", "Moved <on>", "It is <b>sent</b>."));

        HttpResponse<String> page = send(cookie, BROWSER);

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body())
                .contains("<h1>Moved &lt;on&gt;</h1>", "It is &lt;b&gt;sent&lt;/b&gt;.")
                .doesNotContain("\"type\"");
    }

    @ParameterizedTest
    @CsvSource({"20000, 400, Bad Request", "1, 503, Service Unavailable", "0, 404, Not Found"})
    void ofADocumentThatSaysNothingTheStatusIsTold(int length, int status, String title) {
        String cookie = signedIn();
        refuses(status, "application/problem+json", "{".repeat(length));

        HttpResponse<String> page = send(cookie, BROWSER);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains("<h1>" + title + "</h1>", "</html>");
    }

    @ParameterizedTest
    @CsvSource({"403, text/html", "400, application/json", "200, application/problem+json"})
    void aServicesOwnPagesPassUntouched(int status, String type) {
        String cookie = signedIn();
        refuses(status, type, "theirs");

        HttpResponse<String> page = send(cookie, BROWSER);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(header(page, "Content-Type")).isEqualTo(type);
        assertThat(page.body()).isEqualTo("theirs");
    }

    @Test
    void elsewhereNothingChanges() {
        String document = problem("not-found", "Not Found", "No such week.");
        refuses(404, "application/problem+json", document);

        assertThat(get("/weekly", "Accept", BROWSER).body()).isEqualTo(document);
    }

    private static String problem(String type, String title, String detail) {
        return "{\"type\":\"https://toolverdicts.dev/problems/%s\",\"title\":\"%s\",\"status\":400,\"detail\":\"%s\"}"
                .formatted(type, title, detail);
    }

    /// In two pieces and without a length, as services send what they make on the way.
    private static void refuses(int status, String type, String body) {
        int half = body.length() / 2;
        NEWSLETTER.behaves((request, response) -> request.receive()
                .then(response.status(status)
                        .header("Content-Type", type)
                        .header("ETag", "\"1\"")
                        .sendString(Flux.just(body.substring(0, half), body.substring(half)))
                        .then()));
    }

    private HttpResponse<String> send(String cookie, String accept) {
        return send("POST", DESK, cookie, accept);
    }

    private HttpResponse<String> send(String method, String path, String cookie, String accept) {
        return ask(
                method,
                path,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("title=a"),
                "Cookie",
                cookie,
                "Accept",
                accept,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                "same-origin");
    }
}
