package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// A gateway that no proxy of ours stands before, as it is without settings, at a site of https.
@TestPropertySource(
        properties = {
            "gateway.edge.trusted-hops=",
            "gateway.rate.writes-per-second=5",
            "site.public-url=https://site.example"
        })
class NoProxyIT extends ThroughTheGateway {

    /// [#ask] names another client in `X-Forwarded-For` each time.
    @Test
    void nobodyGetsAroundALimitByTheNameOfAnother() {
        List<Integer> answers = IntStream.range(0, 200)
                .mapToObj(i -> ask(
                        "POST",
                        "/api/v1/tools",
                        BodyPublishers.noBody(),
                        "Forwarded",
                        "for=203.0.113." + i,
                        "X-Real-Ip",
                        "203.0.113." + i,
                        "X-Client-Ip",
                        "203.0.113." + i))
                .map(HttpResponse::statusCode)
                .toList();

        assertThat(answers).contains(429);
        assertThat(Stream.concat(CATALOG_1.asked().stream(), CATALOG_2.asked().stream()))
                .isNotEmpty()
                .allSatisfy(asked -> {
                    assertThat(asked.headers().getAll("X-Client-Ip")).containsExactly("127.0.0.1");
                    assertThat(asked.headers().toString()).doesNotContain("203.0.113.");
                });
    }

    @Test
    void votesAreCountedToTheirNetworkWhateverItSaysItIs() {
        List<Integer> answers = IntStream.range(0, 40)
                .mapToObj(i -> ask("PUT", "/api/v1/tools/a-" + i + "/vote", BodyPublishers.ofString("{}")))
                .map(HttpResponse::statusCode)
                .toList();

        assertThat(answers).contains(429);
    }

    @Test
    void browsersAreToldToStayWithHttps() {
        for (String path : List.of("/panel", "/nowhere", "/api/v1/critics", "/actuator/health/readiness")) {
            assertThat(get(path).headers().allValues("Strict-Transport-Security"))
                    .as(path)
                    .containsExactly("max-age=31536000; includeSubDomains");
        }
    }
}
