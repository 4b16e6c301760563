package dev.toolverdicts.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.gateway.problem.SiteSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class CanonicalHostTest {

    private static final InetAddress PROXY = InetAddress.ofLiteral("10.0.0.1");
    private static final InetAddress CLIENT = InetAddress.ofLiteral("203.0.113.7");

    private static String instead(String site, String host, String address, InetAddress client, String... headers) {
        var request = MockServerHttpRequest.get(address)
                .header("Host", host)
                .remoteAddress(new InetSocketAddress(PROXY, 4711));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return new CanonicalHost(new SiteSettings(URI.create(site), "A site", "/a.css"))
                .instead(request.build(), URI.create(address), client)
                .map(URI::toString)
                .orElse("stays");
    }

    @ParameterizedTest
    @CsvSource({
        "https://verdicts.example, www.verdicts.example, https://verdicts.example/tool/a?b=c%20d",
        "https://verdicts.example, WWW.Verdicts.Example:443, https://verdicts.example/tool/a?b=c%20d",
        "https://www.verdicts.example, verdicts.example, https://www.verdicts.example/tool/a?b=c%20d",
        "http://localhost:8080, www.localhost:8080, http://localhost:8080/tool/a?b=c%20d",
        "https://verdicts.example, verdicts.example, stays",
        "https://verdicts.example, www.www.verdicts.example, stays",
        "https://verdicts.example, verdicts.example.evil.example, stays",
        "https://verdicts.example, catalog-service:8080, stays",
        "https://verdicts.example, [::1]:8080, stays",
        "https://verdicts.example, 127.0.0.1, stays",
    })
    void theOtherSpellingLeadsToTheOneAddress(String site, String host, String target) {
        assertThat(instead(site, host, "/tool/a?b=c%20d", CLIENT)).isEqualTo(target);
    }

    @Test
    void nobodyIsSentToAnotherSite() {
        assertThat(instead("https://verdicts.example", "www.verdicts.example", "/%2f%2fevil.example/", CLIENT))
                .isEqualTo("https://verdicts.example/%2f%2fevil.example/");
    }

    @Test
    void plainHttpIsWhatAnOwnProxySays() {
        String site = "https://verdicts.example";

        assertThat(instead(site, "verdicts.example", "/panel", CLIENT, "X-Forwarded-Proto", "http"))
                .isEqualTo("https://verdicts.example/panel");
        assertThat(instead(site, "verdicts.example", "/panel", CLIENT, "X-Forwarded-Proto", "https"))
                .isEqualTo("stays");
        assertThat(instead(site, "verdicts.example", "/panel", PROXY, "X-Forwarded-Proto", "http"))
                .as("said by whoever is connected")
                .isEqualTo("stays");
        assertThat(instead(
                        "http://verdicts.example", "verdicts.example", "/panel", CLIENT, "X-Forwarded-Proto", "http"))
                .as("a site without TLS")
                .isEqualTo("stays");
    }
}
