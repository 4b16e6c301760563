package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/// Pages that strangers share, on the short way.
class ShortPagesIT extends ThroughTheGateway {

    @Autowired
    private MeterRegistry meters;

    /// Copies that failed in another test are passed over for a while, and pages go the long way then.
    @BeforeEach
    void copiesAreBack() {
        await().until(() -> {
            ALL.forEach(Backend::reset);
            double before = answered();
            for (int i = 0; i < 4; i++) {
                page("/tool/a");
            }
            return answered() == before + 4 && CATALOG_1.requests() == 2 && CATALOG_2.requests() == 2;
        });
        ALL.forEach(Backend::reset);
    }

    private double answered() {
        return meters.get("gateway.short.way.pages").counter().count();
    }

    private long handedBack() {
        return meters.get("gateway.short.way.pages.handed.back").timer().count();
    }

    private HttpResponse<String> page(String path, String... headers) {
        var all = new ArrayList<>(List.of("Accept", "text/html", "Accept-Encoding", "gzip, deflate, br"));
        all.addAll(List.of(headers));
        return get(path, all.toArray(String[]::new));
    }

    private static void catalogsAnswer(Backend.Behaviour behaviour) {
        CATALOG_1.behaves(behaviour);
        CATALOG_2.behaves(behaviour);
    }

    private static void catalogsSendPages() {
        for (Backend catalog : List.of(CATALOG_1, CATALOG_2)) {
            catalog.behaves((request, response) -> catalog.answer(
                    request,
                    response.header("Content-Type", "text/html;charset=UTF-8")
                            .header("Cache-Control", "private, no-cache")
                            .header("Connection", "keep-alive")));
        }
    }

    private static Backend.Asked askedPage() {
        return Stream.of(CATALOG_1, CATALOG_2)
                .flatMap(backend -> backend.asked().stream())
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static int pagesAsked() {
        return CATALOG_1.requests() + CATALOG_2.requests();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/compare/a-vs-b", "/tool/a"})
    void aPlainPageTakesIt(String path) {
        double taken = answered();

        HttpResponse<String> answer = page(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("catalog-");
        await().untilAsserted(() -> assertThat(answered() - taken).isEqualTo(1));
    }

    /// A condition is for the long way: but for it both are asked the same, and answer the same.
    @Test
    void bothWaysAreTheSameForPages() {
        double taken = answered();
        catalogsSendPages();
        String[] headers = {
            "X-Client-Ip", "6.6.6.6",
            "X-Api-Key", "tvk_none",
            "Forwarded", "for=6.6.6.6",
            "traceparent", "00-11111111111111111111111111111111-2222222222222222-01",
            "Accept-Language", "de",
            "Cookie", "voter=v; arrival=news.example.org",
            "Referer", "https://news.example.org/item",
            "Sec-Fetch-Site", "cross-site"
        };
        HttpResponse<String> here = page("/tool/a", headers);
        Backend.Asked hereAsked = askedPage();
        await().untilAsserted(() -> assertThat(answered() - taken).isEqualTo(1));
        ALL.forEach(Backend::reset);
        catalogsSendPages();

        var conditional = new ArrayList<>(List.of(headers));
        conditional.addAll(List.of("If-None-Match", "\"x\""));
        HttpResponse<String> there = page("/tool/a", conditional.toArray(String[]::new));
        Backend.Asked thereAsked = askedPage();

        assertThat(answered() - taken).isEqualTo(1);
        assertThat(comparable(hereAsked)).isEqualTo(comparable(thereAsked));
        assertThat(comparable(here)).isEqualTo(comparable(there));
        assertThat(List.of(here.body(), there.body())).allMatch(body -> body.startsWith("catalog-"));
        assertThat(header(here, "Set-Cookie")).startsWith("arrival=news.example.org;");
        assertThat(header(here, "Content-Security-Policy")).contains("default-src");
        assertThat(hereAsked.headers().get("Cookie")).contains("voter=v");
    }

    private static Map<String, String> comparable(Backend.Asked asked) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        asked.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
        List.of("if-none-match", "traceparent", "content-length").forEach(headers::remove);
        List.of("host", "x-client-ip").forEach(name -> headers.replace(name, "some"));
        return headers;
    }

    private static Map<String, List<String>> comparable(HttpResponse<String> answer) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        List.of("content-length", "transfer-encoding", "backend").forEach(headers::remove);
        headers.computeIfPresent("set-cookie", (_, cookies) -> attributes(cookies.getFirst()));
        return headers;
    }

    /// In any order, and of any second.
    private static List<String> attributes(String cookie) {
        return Stream.of(cookie.toLowerCase(Locale.ROOT).split("; ", -1))
                .filter(attribute -> !attribute.startsWith("expires="))
                .sorted()
                .toList();
    }

    @Test
    void whatIsNoPlainPageGoesTheLongWay() {
        double taken = answered();
        long handedBack = handedBack();

        get("/tool/a");
        page("/tool/a", "Accept-Encoding", "br, gzip;q=0");
        page("/tool/a?x=1");
        page("/tool/a/alternatives");
        page("/tool/a.md");
        page("/compare/a-vs-%62");
        page("/compare/");
        page("/tool/a", "Range", "bytes=0-1");
        page("/tool/a", "If-Modified-Since", "Mon, 30 Nov 2026 00:00:00 GMT");
        page("/tool/a", "Cookie", "session=somebody");
        page("/tool/a", "Cookie", "voter=v; session=somebody");
        ask("HEAD", "/tool/a", BodyPublishers.noBody(), "Accept-Encoding", "gzip");
        ask("GET", "/tool/a", BodyPublishers.ofString("x"), "Accept-Encoding", "gzip");
        String moved =
                raw("GET /tool/a HTTP/1.1", "Host: www.localhost:8080", "Accept-Encoding: gzip", "Connection: close");

        assertThat(answered()).isEqualTo(taken);
        assertThat(handedBack()).isEqualTo(handedBack);
        assertThat(moved).startsWith("HTTP/1.1 301").contains("http://localhost:8080/tool/a");
    }

    @Test
    void aPageIsMeasuredAsItsRoute() {
        double before = routesPages("404");
        catalogsAnswer((_, response) ->
                response.status(404).header("Content-Type", "text/html").sendString(Mono.just("none")));

        assertThat(page("/tool/none").statusCode()).isEqualTo(404);
        assertThat(get("/tool/none").statusCode()).isEqualTo(404);

        await().untilAsserted(() -> assertThat(routesPages("404") - before).isEqualTo(2));
    }

    private double routesPages(String status) {
        return meters.find("http.server.requests").tags("uri", "catalog-pages", "status", status).timers().stream()
                .mapToLong(Timer::count)
                .max()
                .orElse(0);
    }

    /// Whatever becomes of a copy, a page that another has is shown.
    @Test
    void aPageThatFailsIsAskedForOnTheLongWay() {
        long handedBack = handedBack();
        CATALOG_1.behaves(Backend.CLOSES_WITHOUT_AN_ANSWER);

        for (int i = 0; i < 4; i++) {
            assertThat(page("/tool/a").body()).startsWith("catalog-");
        }

        assertThat(handedBack()).isGreaterThan(handedBack);
    }

    @Test
    void aPageIsNotWaitedForWhereAnotherCopyIsThere() {
        long handedBack = handedBack();
        CATALOG_1.behaves((_, _) -> Mono.never());

        for (int i = 0; i < 4; i++) {
            assertThat(page("/tool/a").body()).startsWith("catalog-2");
        }

        assertThat(handedBack()).isGreaterThan(handedBack);
    }

    /// Both copies are asked once, within the time that a read has anywhere, and it ends as it does there.
    @Test
    void aPageThatNobodyHasInTimeEndsAsItAlwaysDoes() {
        catalogsAnswer((_, _) -> Mono.never());
        long handedBack = handedBack();

        HttpResponse<String> here = page("/tool/a");

        assertThat(handedBack()).isEqualTo(handedBack + 1);
        assertThat(pagesAsked()).isEqualTo(2);
        HttpResponse<String> there = page("/tool/a?x=1");
        assertThat(handedBack()).isEqualTo(handedBack + 1);
        assertThat(here.statusCode()).isEqualTo(there.statusCode()).isGreaterThanOrEqualTo(503);
        assertThat(here.body()).contains("<main", "</html>");
    }

    /// Too large to be held whole.
    @Test
    void aPageThatIsTooLargeIsAskedForOnTheLongWay() {
        String large = "x".repeat(100_000);
        catalogsAnswer((_, response) -> response.sendString(Mono.just(large)));

        assertThat(page("/tool/a").body()).isEqualTo(large);
        assertThat(pagesAsked()).isEqualTo(2);
    }
}
