package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class EdgeIT extends ThroughTheGateway {

    @Test
    void onlyTheGatewaySaysWhoIsAsking() {
        get(
                "/api/v1/critics",
                "X-Forwarded-For",
                "6.6.6.6, 203.0.113.7",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Proto",
                "https",
                "Forwarded",
                "for=6.6.6.6",
                "X-Client-Ip",
                "6.6.6.6",
                "x-real-ip",
                "6.6.6.6",
                "X-User-Id",
                "admin",
                "X-Auth-Subject",
                "admin",
                "True-Client-Ip",
                "6.6.6.6",
                "Authorization",
                "Bearer t",
                "Cookie",
                "voter=v",
                "Accept-Language",
                "de");

        HttpHeaders seen = REVIEW.asked().getFirst().headers();
        assertThat(seen.getAll("X-Client-Ip")).containsExactly("203.0.113.7");
        assertThat(seen.toString()).doesNotContain("6.6.6.6", "evil.example", "admin");
        assertThat(seen.contains("X-Forwarded-Proto")).isFalse();
        assertThat(seen.get("Authorization")).isEqualTo("Bearer t");
        assertThat(seen.get("Cookie")).isEqualTo("voter=v");
        assertThat(seen.get("Accept-Language")).isEqualTo("de");
    }

    @Test
    void whatAClientCallsItsConnectionsOwnDoesNotHideIt() {
        raw(
                "GET /api/v1/critics HTTP/1.1",
                "Host: x",
                "X-Client-Ip: 6.6.6.6",
                "Secret: mine",
                "Connection: close, X-Client-Ip, Secret");

        HttpHeaders seen = REVIEW.asked().getFirst().headers();
        assertThat(seen.getAll("X-Client-Ip")).containsExactly("127.0.0.1");
        assertThat(seen.contains("Secret")).isFalse();
    }

    @Test
    void aProgramThatNamesItselfNothingIsGivenNoName() {
        raw("GET /api/v1/critics HTTP/1.1", "Host: x", "Connection: close");
        raw("GET /api/v1/critics HTTP/1.1", "Host: x", "User-Agent: Reader/1.0", "Connection: close");

        assertThat(REVIEW.asked())
                .extracting(asked -> asked.headers().getAll("User-Agent"))
                .containsExactly(List.of(), List.of("Reader/1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%zz", "/%", "/\\evil.example/", "/a|b"})
    void anAddressThatIsNoneIsAClientsMistake(String path) {
        assertThat(raw("GET " + path + " HTTP/1.1", "Host: x", "Connection: close"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "https://toolverdicts.dev/problems/bad-request")
                .doesNotContain("Location", "Exception");
    }

    @Test
    void aHeadThatIsTooLongIsExplained() {
        assertThat(raw("GET /" + "a".repeat(5_000) + " HTTP/1.1", "Host: x", "Connection: close"))
                .startsWith("HTTP/1.1 414 ")
                .contains("application/problem+json", "https://toolverdicts.dev/problems/uri-too-long");
        assertThat(raw("GET / HTTP/1.1", "Host: x", "Connection: close", "Padding: " + "a".repeat(17_000)))
                .startsWith("HTTP/1.1 431 ")
                .contains(
                        "application/problem+json",
                        "https://toolverdicts.dev/problems/request-header-fields-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/panel", "/nowhere", "/actuator/health/readiness", "/api/v1/openapi.json", "/panel/"})
    void everyAnswerTellsBrowsersToBeCareful(String path) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly(
                        "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("strict-origin-when-cross-origin");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(header(answer, "RateLimit-Limit")).isEqualTo("5000");
    }

    @Test
    void aServiceMaySayItsOwnPolicy() {
        REVIEW.behaves((request, response) ->
                response.header("Content-Security-Policy", "default-src 'none'").send());

        assertThat(get("/api/v1/critics").headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'");
    }

    @Test
    void whatAServiceHasPackedIsPassedOnAsItIs() {
        REVIEW.behaves((request, response) -> response.header("Content-Encoding", "gzip")
                .header("Vary", "accept-encoding")
                .sendString(Mono.just("packed")));

        HttpResponse<String> answer = get("/tool/a/reviews/b", "Accept-Encoding", "gzip, br");

        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(answer, "Vary")).contains("accept-encoding");
        assertThat(answer.body()).isEqualTo("packed");
        REVIEW.reset();
        get("/tool/a/reviews/b", "Accept-Encoding", "gzip, br");
        assertThat(REVIEW.asked().getFirst().headers().get("Accept-Encoding")).isEqualTo("gzip, br");
    }

    @ParameterizedTest
    @CsvSource({
        "/tool/a/, /tool/a",
        "/compare/a-vs-b///, /compare/a-vs-b",
        "/api/v1/tools/?q=a%20b, /api/v1/tools?q=a%20b"
    })
    void aSlashAtTheEndIsSentElsewhere(String path, String target) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(header(answer, "Location")).isEqualTo(target);
    }

    @Test
    void theSiteHasOneAddress() {
        String moved = raw("GET /tool/a/?q=b HTTP/1.1", "Host: www.localhost:8080", "Connection: close");
        assertThat(moved)
                .startsWith("HTTP/1.1 301 ")
                .containsIgnoringCase("Location: http://localhost:8080/tool/a?q=b");
        assertThat(raw("GET /panel HTTP/1.1", "Host: localhost:8080", "Connection: close"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(raw("POST /api/v1/tools HTTP/1.1", "Host: www.localhost", "Content-Length: 0", "Connection: close"))
                .as("a write is not sent on: few clients repeat it")
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "//evil.example/a/", "///", "//"})
    void nobodyIsSentToAnotherSite(String path) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../actuator/env",
                "/assets/%2e%2e/actuator/env",
                "/assets/..;a=b/actuator/env",
                "/assets/..%2factuator/env",
                "/assets/..%5cactuator"
            })
    void noPathLeadsPastItsRoute(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(CATALOG_1.asked()).isEmpty();
        assertThat(CATALOG_2.asked()).isEmpty();
    }

    @Test
    void anotherSitesPageMayRead() {
        assertThat(get("/panel", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /tool/a/vote",
        "PUT, /api/v1/tools/a/vote",
        "DELETE, /api/v1/tools/a/vote",
        "POST, /newsletter/confirm",
        "POST, /nowhere"
    })
    void anotherSitesPageMayNotChangeAnything(String method, String path) {
        HttpResponse<String> answer = ask(method, path, BodyPublishers.noBody(), "Sec-Fetch-Site", "cross-site");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("https://toolverdicts.dev/problems/cross-site-request");
        assertThat(VOTE_ACCEPT_1.asked()).isEmpty();
        assertThat(VOTE_ACCEPT_2.asked()).isEmpty();
    }

    @Test
    void oneClickUnsubscribeComesFromAnywhere() {
        HttpResponse<String> answer = ask(
                "POST",
                "/newsletter/unsubscribe?token=t",
                BodyPublishers.ofString("List-Unsubscribe=One-Click"),
                "Sec-Fetch-Site",
                "cross-site");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(NEWSLETTER.asked().getFirst().body()).isEqualTo("List-Unsubscribe=One-Click");
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "same-site", "none"})
    void theSitesOwnPagesMayChangeThings(String site) {
        assertThat(ask("POST", "/tool/a/vote", BodyPublishers.noBody(), "Sec-Fetch-Site", site)
                        .statusCode())
                .isEqualTo(200);
    }
}
