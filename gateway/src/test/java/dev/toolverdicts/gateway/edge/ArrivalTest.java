package dev.toolverdicts.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.gateway.problem.SiteSettings;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;

class ArrivalTest {

    private final Arrival arrival =
            new Arrival(new SiteSettings(URI.create("https://verdicts.example.org"), "A site", "/a.css"));

    private String cookie(String referrer) {
        var response = new MockServerHttpResponse();
        response.getHeaders().setContentType(MediaType.TEXT_HTML);
        arrival.note(
                MockServerHttpRequest.get("/")
                        .header(HttpHeaders.REFERER, referrer)
                        .build(),
                response);
        response.setComplete().block();
        return String.valueOf(response.getHeaders().getFirst(HttpHeaders.SET_COOKIE));
    }

    @Test
    void onASecureSiteNoOtherSiteCanSetTheCookie() {
        assertThat(cookie("https://news.example.net/"))
                .startsWith("__Host-arrival=news.example.net; Path=/;")
                .contains("; Secure");
    }

    @Test
    void hostsAboveAndBelowTheOwnAreTheSameSite() {
        assertThat(cookie("https://verdicts.example.org/panel")).isEqualTo("null");
        assertThat(cookie("https://www.verdicts.example.org/")).isEqualTo("null");
        assertThat(cookie("https://example.org/")).isEqualTo("null");
    }

    @Test
    void aHostThatOnlyBeginsOrEndsLikeTheOwnIsAnother() {
        assertThat(cookie("https://verdicts.example.org.evil.example/"))
                .contains("=verdicts.example.org.evil.example;");
        assertThat(cookie("https://myverdicts.example.org/")).contains("=myverdicts.example.org;");
    }
}
