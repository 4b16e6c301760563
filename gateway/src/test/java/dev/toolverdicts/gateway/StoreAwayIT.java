package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;

/// Without the store nobody is signed in, and nobody else notices: visitors never reach it, and what
/// everybody may do goes on for those with a cookie too.
@TestPropertySource(
        properties = {
            "spring.datasource.hikari.jdbc-url=jdbc:postgresql://127.0.0.1:1/gateway",
            "spring.datasource.hikari.connection-timeout=300"
        })
@ExtendWith(OutputCaptureExtension.class)
class StoreAwayIT extends WithSignIn {

    private static final String COOKIE = "session=" + "B".repeat(43);

    @Test
    void visitorsNeverReachIt() {
        for (String path : new String[] {"/panel", "/desk", "/desk/newsletter", "/api/v1/critics", "/weekly"}) {
            HttpResponse<String> answer = get(path, "Cookie", "voter=v");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
        assertThat(ask("PUT", "/api/v1/tools/a/vote", BodyPublishers.ofString("{}"), "Cookie", "voter=v")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask("POST", "/tool/a/vote", BodyPublishers.noBody(), "Cookie", "voter=v")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/desk/sign-in").statusCode()).isEqualTo(302);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void thePublicPagesOfWhoIsSignedInStay() {
        for (String path : new String[] {"/panel", "/api/v1/votes?tools=a", "/api/v1/critics"}) {
            assertThat(get(path, "Cookie", COOKIE).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(get(DESK, "Cookie", COOKIE).statusCode()).isEqualTo(503);
        assertThat(callback(begin()).statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/tools",
                "GET /api/v1/tools/a",
                "HEAD /api/v1/tools/a",
                "GET /api/v1/tools/a/reviews",
                "GET /api/v1/newsletter/issues",
                "POST /api/v1/newsletter/subscriptions",
            })
    void whatEverybodyMayDoGoesOn(String asked) {
        HttpResponse<String> answer = withCookie(asked);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).as("still theirs").isEmpty();
        assertThat(ALL.stream().flatMap(backend -> backend.asked().stream()))
                .singleElement()
                .satisfies(each ->
                        assertThat(each.headers().names()).doesNotContain("Authorization", "X-Form-Key", "Cookie"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /api/v1/newsletter/issues", "GET /api/v1/newsletter/issues/1/deliveries"})
    void nobodyHearsThatTheyAreNotSignedIn(String asked) {
        NEWSLETTER.behaves((request, response) -> response.status(401)
                .header("WWW-Authenticate", "Bearer")
                .header("Content-Type", "application/problem+json")
                .sendString(Mono.just("{\"title\":\"Unauthorized\"}")));

        HttpResponse<String> answer = withCookie(asked);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).isEqualTo("1");
        assertThat(header(answer, "WWW-Authenticate")).isEmpty();
        assertThat(answer.body())
                .contains("problems/service-unavailable", "\"status\":503")
                .doesNotContain("Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /desk", "GET /desk/newsletter", "POST /desk/newsletter", "POST /desk/sign-out"})
    void theDeskIsAway(String asked) {
        HttpResponse<String> answer = withCookie(asked);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(NEWSLETTER.asked()).isEmpty();
    }

    @Test
    void aMadeUpCookieDoesNotWaitForItEachTime(CapturedOutput output) {
        int requests = 8;
        for (int i = 0; i < requests; i++) {
            get("/api/v1/tools", "Cookie", "session=" + "C".repeat(42) + i);
        }

        assertThat(output.toString().lines().filter(line -> line.contains("event=session_store_unavailable")))
                .as("asked in vain")
                .hasSizeLessThan(requests / 2);
    }

    private HttpResponse<String> withCookie(String asked) {
        String[] line = asked.split(" ", 2);
        return ask(line[0], line[1], BodyPublishers.noBody(), "Cookie", COOKIE, "Sec-Fetch-Site", "same-origin");
    }

    @Test
    void theLogSaysWhyInOneLine(CapturedOutput output) {
        callback(begin());

        assertThat(output)
                .containsPattern("event=session_store_unavailable cause=\"[A-Za-z0-9]+Exception: [^\"]+\"")
                .doesNotContain("\tat ");
    }
}
