package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.Permissions;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages of other sites may read what is the same for everybody, and nothing else.
class SharedReadsIT extends ThroughTheGateway {

    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String[] FROM_ELSEWHERE = {"Origin", "https://other.example", "Sec-Fetch-Site", "cross-site"};

    /// One visitor's own, whoever may ask.
    private static final Set<String> OWN = Set.of(
            "/api/v1/votes",
            "/api/v1/tools/{slug}/vote",
            "/api/v1/tools/{slug}/vote/reason",
            "/api/v1/tools/{slug}/reviews/{criticKey}/helpful",
            "/api/v1/duels/{pair}",
            "/api/v1/my-votes",
            "/api/v1/my-votes/export",
            "/api/v1/newsletter/challenge");

    private static boolean isShared(Permissions.Row row) {
        return row.front()
                && row.method().equals("GET")
                && row.who().contains("all")
                && !OWN.contains(row.path())
                && !row.path().endsWith("/stream")
                && row.path().matches("/api/v1/.+|/badge/.+\\.svg|/feeds/.+|/dataset/.+");
    }

    @Test
    void exactlyThePublicReadsAreForPagesOfOtherSites() {
        List<Permissions.Row> rows =
                Permissions.all().stream().filter(Permissions.Row::front).toList();

        assertThat(rows).filteredOn(SharedReadsIT::isShared).hasSizeGreaterThan(30);
        assertThat(rows).filteredOn(row -> OWN.contains(row.path())).hasSizeGreaterThanOrEqualTo(OWN.size());
        assertThat(rows).allSatisfy(row -> {
            HttpResponse<String> answer =
                    ask(row.method(), row.example(), BodyPublishers.noBody(), "Origin", "https://other.example");
            assertThat(answer.headers().allValues(ALLOWED))
                    .as(row.mapping())
                    .isEqualTo(isShared(row) ? List.of("*") : List.of());
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                    .as(row.mapping())
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void theAnswerIsTheSameForEverybodyAndSaysWhatAPageMaySee(String method) {
        HttpResponse<String> answer = ask(method, "/api/v1/tools/a", BodyPublishers.noBody());

        assertThat(header(answer, ALLOWED)).isEqualTo("*");
        assertThat(header(answer, "Access-Control-Expose-Headers").split(", "))
                .contains("ETag", "Link", "Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset");
        assertThat(answer.headers().allValues("Vary")).noneMatch(value -> value.contains("Origin"));
    }

    @Test
    void aRefusalCanBeReadToo() {
        String network = "198.51.100.77";
        List<HttpResponse<String>> answers = IntStream.range(0, 41)
                .mapToObj(_ -> get("/api/v1/critics", "X-Forwarded-For", network))
                .toList();
        REVIEW.stop();
        HttpResponse<String> away = get("/api/v1/critics", FROM_ELSEWHERE);

        assertThat(answers.getLast().statusCode()).isEqualTo(429);
        assertThat(header(answers.getLast(), "Retry-After")).isNotEmpty();
        assertThat(header(answers.getLast(), ALLOWED)).isEqualTo("*");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(header(away, ALLOWED)).isEqualTo("*");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/tools/a, 204",
        "HEAD, /badge/a.svg, 204",
        "GET, /api/v1/openapi.json, 204",
        "PUT, /api/v1/tools/a, 403",
        "GET, /api/v1/votes, 403",
        "GET, /api/v1/tools/a/vote, 403",
        "PUT, /api/v1/tools/a/vote, 403",
        "GET, /api/v1/tallies/stream, 403",
        "POST, /mcp, 403",
        "GET, /nowhere, 403"
    })
    void aPreflightIsAnsweredHere(String wanted, String path, int status) {
        HttpResponse<String> answer = ask(
                "OPTIONS",
                path,
                BodyPublishers.noBody(),
                "Origin",
                "https://other.example",
                "Access-Control-Request-Method",
                wanted,
                "Access-Control-Request-Headers",
                "if-none-match");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, ALLOWED)).isEqualTo(status == 204 ? "*" : "");
        assertThat(header(answer, "Access-Control-Allow-Methods").replace(" ", ""))
                .isEqualTo(status == 204 ? "GET,HEAD" : "");
        assertThat(header(answer, "Access-Control-Allow-Headers")).doesNotContainIgnoringCase("authorization", "key");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(ALL).allMatch(backend -> backend.requests() == 0);
    }

    @Test
    void otherQuestionsForOptionsAreForTheServices() {
        ask("OPTIONS", "/panel", BodyPublishers.noBody());

        assertThat(CATALOG_1.requests() + CATALOG_2.requests()).isEqualTo(1);
        HttpResponse<String> own = ask("OPTIONS", "/api/v1/openapi.json", BodyPublishers.noBody());
        assertThat(own.statusCode()).isEqualTo(204);
        assertThat(header(own, "Allow")).contains("GET", "HEAD", "OPTIONS");
    }
}
