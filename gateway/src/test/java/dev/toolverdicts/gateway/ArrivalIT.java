package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/// Which other site sent a visitor is noted with the page they came to. The public address is `http://localhost:8080`.
class ArrivalIT extends ThroughTheGateway {

    @BeforeEach
    void pages() {
        for (Backend catalog : List.of(CATALOG_1, CATALOG_2)) {
            catalog.behaves((_, response) -> response.header("Content-Type", "text/html;charset=UTF-8")
                    .sendString(Mono.just("<!doctype html>")));
        }
    }

    private List<String> cookies(String path, String referrer) {
        return get(path, "Referer", referrer).headers().allValues("Set-Cookie");
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example.org/item?id=7, news.example.org",
        "https://News.Example.org/, news.example.org",
        "https://someone@example.co.uk:8443/a, example.co.uk",
        "https://xn--bcher-kva.example/, xn--bcher-kva.example",
        "android-app://com.example.reader/, com.example.reader"
    })
    void anotherSitesHostIsNotedForAnHour(String referrer, String host) {
        assertThat(cookies("/tool/a", referrer))
                .singleElement()
                .asString()
                .startsWith("arrival=" + host + ";")
                .containsIgnoringCase("; HttpOnly")
                .contains("; Path=/", "; Max-Age=3600", "; SameSite=Lax")
                .doesNotContain("Secure", "Domain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/panel",
                "http://localhost:9/",
                "https://www.localhost/",
                "http://10.0.0.7/",
                "http://[2001:db8::1]/",
                "http://intranet/",
                "https://a..b/",
                "https://a_b.example/",
                "https://exa mple.org/",
                "about:blank",
                "nonsense",
                ""
            })
    void whatIsNoOtherSiteIsNotNoted(String referrer) {
        assertThat(cookies("/tool/a", referrer)).isEmpty();
    }

    @Test
    void whoComesFromNowhereGetsNoCookie() {
        assertThat(get("/tool/a").headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void onlyPagesNoteIt() {
        CATALOG_1.reset();
        CATALOG_2.reset();
        assertThat(cookies("/badge/a.svg", "https://blog.example.org/post")).isEmpty();
        assertThat(cookies("/api/v1/tools", "https://blog.example.org/post")).isEmpty();
        assertThat(ask("POST", "/tool/a/vote", BodyPublishers.noBody(), "Referer", "https://blog.example.org/")
                        .headers()
                        .allValues("Set-Cookie"))
                .isEmpty();
    }
}
