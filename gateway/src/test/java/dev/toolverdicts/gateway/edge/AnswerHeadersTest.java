package dev.toolverdicts.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.gateway.problem.SiteSettings;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class AnswerHeadersTest {

    private static final Allowance ALLOWANCE = new Allowance(true, 5, 3, Duration.ZERO, Duration.ofMillis(1200));

    private static HttpHeaders headers(String publicUrl) {
        var headers = new HttpHeaders();
        new AnswerHeaders(new SiteSettings(URI.create(publicUrl), "A site", "/a.css")).addTo(headers, ALLOWANCE);
        return headers;
    }

    @Test
    void onlyASecureSiteInsistsOnStayingSo() {
        assertThat(headers("https://site.example").getFirst("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000; includeSubDomains");
        assertThat(headers("http://localhost:8080").containsHeader("Strict-Transport-Security"))
                .isFalse();
    }

    @Test
    void theAllowanceIsToldInWholeSeconds() {
        HttpHeaders headers = headers("http://localhost:8080");

        assertThat(headers.getFirst("RateLimit-Limit")).isEqualTo("5");
        assertThat(headers.getFirst("RateLimit-Remaining")).isEqualTo("3");
        assertThat(headers.getFirst("RateLimit-Reset")).isEqualTo("2");
    }
}
