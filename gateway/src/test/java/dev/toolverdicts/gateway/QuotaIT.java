package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class QuotaIT extends ThroughTheGateway {

    private HttpResponse<String> vote(String method, String path, String cookie, String from) {
        return ask(method, path, BodyPublishers.noBody(), "Cookie", cookie, "X-Forwarded-For", from);
    }

    private HttpResponse<String> vote(String path, String cookie, String from) {
        return vote("PUT", path, cookie, from);
    }

    private static void assertIsRefused(HttpResponse<String> answer, String limit) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("https://toolverdicts.dev/problems/too-many-requests");
        assertThat(header(answer, "RateLimit-Limit")).isEqualTo(limit);
        assertThat(header(answer, "RateLimit-Remaining")).isEqualTo("0");
        assertThat(Integer.parseInt(header(answer, "RateLimit-Reset"))).isPositive();
        assertThat(Integer.parseInt(header(answer, "Retry-After")))
                .isPositive()
                .isLessThanOrEqualTo(Integer.parseInt(header(answer, "RateLimit-Reset")));
    }

    @Test
    void oneDeviceHasItsShareOfOneTool() {
        HttpResponse<String> first = vote("/api/v1/tools/one/vote", "voter=subject", "192.0.2.1");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "RateLimit-Limit")).isEqualTo("4");
        assertThat(header(first, "RateLimit-Remaining")).isEqualTo("3");
        vote("DELETE", "/api/v1/tools/one/vote", "voter=subject", "192.0.2.1");
        vote("POST", "/tool/one/vote", "voter=subject", "192.0.2.1");
        vote("/api/v1/tools/one/vote", "a=b; voter=subject", "192.0.2.1");

        assertIsRefused(vote("/api/v1/tools/one/vote", "voter=subject", "192.0.2.1"), "4");
        assertIsRefused(vote("/api/v1/tools/%6fne/vot%65", "voter=subject", "192.0.2.1"), "4");
        assertThat(vote("/api/v1/tools/two/vote", "voter=subject", "192.0.2.1").statusCode())
                .isEqualTo(200);
        assertThat(vote("/api/v1/tools/one/vote", "voter=another", "192.0.2.1").statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> hastyForm() {
        return ask(
                "POST",
                "/tool/hasty/vote",
                BodyPublishers.noBody(),
                "Cookie",
                "voter=hasty",
                "X-Forwarded-For",
                "192.0.7.1",
                "Accept",
                "text/html,*/*;q=0.8",
                "Referer",
                "http://localhost:8080/compare/a-vs-b?show=a");
    }

    /// Somebody who votes in haste without scripts reads how long to wait, and gets back to their page.
    @Test
    void aFormThatIsRefusedSaysHowLongToWaitAndLeadsBack() {
        for (int i = 0; i < 4; i++) {
            assertThat(hastyForm().statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = hastyForm();

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body())
                .contains("nothing was done. Try again in " + header(refused, "Retry-After") + " second")
                .contains("<a href=\"/compare/a-vs-b?show=a\">Back to the page</a>");
    }

    @Test
    void oneDeviceHasItsShareOfAllTools() {
        for (int i = 0; i < 7; i++) {
            assertThat(vote("/api/v1/tools/t" + i + "/vote", "__Host-voter=device", "192.0.3.1")
                            .statusCode())
                    .isEqualTo(200);
        }

        assertIsRefused(vote("/api/v1/tools/t8/vote", "__Host-voter=device", "192.0.3.1"), "7");
        assertIsRefused(vote("/api/v1/tools/t8/vote", "__Host-voter=device", "192.0.4.1"), "7");
    }

    @Test
    void whoeverThrowsCookiesAwayOrMakesThemUpIsHeldByTheNetwork() {
        for (int i = 0; i < 12; i++) {
            assertThat(vote("/api/v1/tools/t/vote", i % 2 == 0 ? "a=b" : "voter=made-up-" + i, "192.0.5." + i)
                            .statusCode())
                    .isEqualTo(200);
        }

        assertIsRefused(vote("/api/v1/tools/t/vote", "voter=made-up", "192.0.5.200"), "12");
        assertThat(vote("/api/v1/tools/t/vote", "voter=made-up", "192.0.6.1").statusCode())
                .isEqualTo(200);
        assertThat(ask("GET", "/api/v1/tools/t/vote", BodyPublishers.noBody(), "X-Forwarded-For", "192.0.5.1")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void oneHouseholdIsOneNetwork() {
        for (int i = 0; i < 12; i++) {
            vote("/api/v1/tools/t/vote", "a=b", "2001:db8:1:1::" + i);
        }

        assertIsRefused(vote("/api/v1/tools/t/vote", "a=b", "2001:db8:1:1:ffff::1"), "12");
        assertThat(vote("/api/v1/tools/t/vote", "a=b", "2001:db8:1:2::1").statusCode())
                .isEqualTo(200);
    }
}
