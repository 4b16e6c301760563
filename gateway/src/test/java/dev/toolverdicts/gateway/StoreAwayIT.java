package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/// Without the store nobody is signed in, and nobody else notices: visitors never reach it.
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

    @Test
    void theLogSaysWhyInOneLine(CapturedOutput output) {
        callback(begin());

        assertThat(output)
                .containsPattern("event=session_store_unavailable cause=\"[A-Za-z0-9]+Exception: [^\"]+\"")
                .doesNotContain("\tat ");
    }
}
