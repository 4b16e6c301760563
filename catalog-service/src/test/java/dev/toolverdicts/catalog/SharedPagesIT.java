package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/// Newcomers share a comparison until something on it changes.
class SharedPagesIT extends RunningService {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(10);
    /// Of a connection the hundredth answer says that it is the last.
    private static final Set<String> OF_EACH_ANSWER =
            Set.of("date", "connection", "traceparent", "x-request-id", "content-length", "transfer-encoding");
    private static final String NOBODY = "No critic has reviewed either tool yet.";

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Set<ScheduledTaskHolder> scheduled;

    private Api.Added a;
    private Api.Added b;
    private String pair;

    @BeforeEach
    void twoTools() {
        Api.Added one = api.added(Draft.fresh());
        Api.Added other = api.added(Draft.fresh());
        boolean inOrder = one.slug().compareTo(other.slug()) < 0;
        a = inOrder ? one : other;
        b = inOrder ? other : one;
        pair = "/compare/" + a.slug() + "-vs-" + b.slug();
    }

    private Api.Answer page(String path, String... headers) {
        var all = new ArrayList<>(List.of("Accept", "text/html"));
        all.addAll(List.of(headers));
        Api.Answer answer = api.get(path, all.toArray(String[]::new));
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer;
    }

    private double count(String answer) {
        return meters.get("catalog.shared.pages")
                .tag("answer", answer)
                .functionCounter()
                .count();
    }

    /// The next look finds a page that is kept. Something may still be said of the tools meanwhile, so
    /// that the first one was not.
    private Api.Answer hit(String path, String... headers) {
        return hit(path, () -> page(path, headers));
    }

    private Api.Answer hit(String path, Supplier<Api.Answer> look) {
        return await().atMost(SOON)
                .until(() -> secondLook(path, look), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Api.Answer> secondLook(String path, Supplier<Api.Answer> look) {
        page(path);
        double before = count("hit");
        Api.Answer answer = look.get();
        return count("hit") > before ? Optional.of(answer) : Optional.empty();
    }

    /// Without what differs from request to request, and from a body that is made to one that is there.
    private static Map<String, List<String>> headers(Api.Answer answer) {
        var headers = new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeAll(OF_EACH_ANSWER);
        return headers;
    }

    @Test
    void aHitHasTheHeadersAndTheWordsOfAMiss() {
        double misses = count("miss");
        Api.Answer miss = page(pair);
        assertThat(count("miss")).isGreaterThan(misses);
        Api.Answer hit = hit(pair);

        assertThat(headers(hit)).isEqualTo(headers(miss));
        assertThat(hit.text()).isEqualTo(miss.text()).contains("One vote per tool.", "One choice per pair.");
        assertThat(hit.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(hit.response().headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aHitIsMeasuredAsItsKindOfPage() {
        hit(pair);
        long before = measured();
        hit(pair);

        await().atMost(SOON).until(() -> measured() >= before + 2);
    }

    private long measured() {
        return meters
                .get("http.server.requests")
                .tag("uri", "/compare/{pair}")
                .tag("outcome", "SUCCESS")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    @Test
    void aPageIsEnglishForWhoeverReadsIt() {
        assertThat(page(pair, "Accept-Language", "de").header("Content-Language"))
                .isEqualTo("en");
        assertThat(page("/", "Accept-Language", "de").header("Content-Language"))
                .isEqualTo("en");
    }

    @Test
    void headIsAnsweredFromMemoryToo() {
        Api.Answer got = hit(pair);
        Api.Answer head = hit(pair, () -> api.send("HEAD", pair, BodyPublishers.noBody(), "Accept", "text/html"));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo(got.header("Content-Type"));
        assertThat(head.header("Cache-Control")).isEqualTo(got.header("Cache-Control"));
    }

    @Test
    void aReviewIsOnTheNextPageRightAfterItsHint() {
        assertThat(hit(pair).text()).contains(NOBODY);
        try (OpenStream reader = OpenStream.of(api, "/api/v1/changes/stream?tools=" + a.slug())) {
            reader.next(":changes", SOON);
            others.mixedPanel(a.toolId(), 5);
            reader.next("data:{\"slug\":\"" + a.slug() + "\",\"kind\":\"panel\"", SOON);

            assertThat(page(pair).text()).doesNotContain(NOBODY);
        }
    }

    @Test
    void aTallyIsThereWithinTwoSecondsAndReadersOfTheStreamAreNotToldOfIt() {
        hit(pair);
        try (OpenStream reader = OpenStream.of(api, "/api/v1/changes/stream?tools=" + b.slug())) {
            reader.next(":changes", SOON);
            others.awaitApplied("catalog-card-tallies", others.tally(b.toolId(), 7, 21, 9));

            await().atMost(TWO_SECONDS)
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> assertThat(page(pair).text()).contains("21 of 30 ship"));
            jdbc.sql("SELECT pg_notify('catalog_changes', :what)")
                    .param("what", "last " + b.slug())
                    .query((_, _) -> true)
                    .list();
            assertThat(reader.next("data:", SOON)).contains("\"kind\":\"last\"");
        }
    }

    @Test
    void aToolsPageIsSharedToo() {
        String path = "/tool/" + a.slug();
        Api.Answer miss = page(path);
        Api.Answer hit = hit(path);
        assertThat(headers(hit)).isEqualTo(headers(miss));
        assertThat(hit.text()).isEqualTo(miss.text()).contains(a.slug());

        others.awaitApplied("catalog-card-tallies", others.tally(a.toolId(), 7, 22, 9));
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(page(path).text()).contains("22 of 31 ship"));
    }

    @Test
    void whoHasACookieOrATokenGetsAPageOfTheirOwn() {
        hit(pair);
        double hits = count("hit");
        double misses = count("miss");

        page(pair, "Cookie", "voter=somebody");

        assertThat(count("hit")).isEqualTo(hits);
        assertThat(count("miss")).isEqualTo(misses);
    }

    @Test
    void choicesAndWeightsAreOtherPages() {
        hit(pair);
        assertThat(page(pair + "?differences=only").text()).contains("Left out, the same for both tools");
        assertThat(page(pair).text()).doesNotContain("Left out, the same for both tools");
        assertThat(hit(pair + "?differences=only").text()).contains("Left out, the same for both tools");
    }

    @Test
    void aHitCountsAsOpenedToo() {
        var minute = OnceAMinute.of(scheduled, "OpenedPairService");
        minute.passes();
        hit(pair);
        assertThat(minutes()).as("programs do not count").isZero();
        hit(pair, "Sec-Fetch-Dest", "document");
        minute.passes();
        assertThat(minutes()).isEqualTo(1);
    }

    private long minutes() {
        return jdbc.sql("""
                        SELECT coalesce(sum(minutes), 0) FROM comparison_opened
                        WHERE tool_a IN (:a::uuid, :b::uuid) AND tool_b IN (:a::uuid, :b::uuid)
                        """)
                .param("a", a.toolId())
                .param("b", b.toolId())
                .query(Long.class)
                .single();
    }
}
