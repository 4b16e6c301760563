package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/// While the database is away pages are shown as they were: feature WEB-13.
class LastKnownIT extends RunningService {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String NOTICE =
            "Our database cannot be reached just now. This page is as of <time datetime=\"2";
    private static final String VOTERS_WORDS = "Runs on my phone, and Node.js bindings just work.";
    private static final String REASON = "{\"reason\": \"Its maker asked for it\"}";

    @Autowired
    private Environment settings;

    @Autowired
    private MeterRegistry meters;

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private OwnDatabase database;

    @BeforeEach
    void find() {
        database = new OwnDatabase(settings);
        nothingIsHiddenUnseen();
    }

    /// Other tests may have taken tools down just now. When the watch sees that, it forgets all pages, which
    /// must not happen in the middle of a test.
    private void nothingIsHiddenUnseen() {
        await().atMost(SOON).until(() -> jdbc.sql("""
                        SELECT count(*) FROM tool t LEFT JOIN tool_card c USING (tool_id)
                        WHERE (t.taken_down_since IS NULL) <> (c.taken_down IS NULL)
                        """).query(Long.class).single() == 0);
        // It looks once a second.
        await().atMost(SOON).during(Duration.ofSeconds(3)).until(() -> {
            boolean isKept = keptMemory() > 0;
            if (!isKept) {
                page("/");
            }
            return isKept;
        });
    }

    private double keptMemory() {
        return meters.get("web.last.known").gauge().value();
    }

    /// Whoever comes next finds a service that has got over it: listeners and relays, too.
    @AfterEach
    void allIsBack() {
        database.comesBack();
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> {
            Api.Answer added = api.post(Draft.fresh().json());
            assertThat(added.status()).isEqualTo(201);
            String card = Api.path(added.at("/slug"));
            await().atMost(Duration.ofSeconds(5)).until(() -> api.get(card).status() == 200);
            assertThat(page("/").text()).doesNotContain(NOTICE);
            // Changes are heard again, too, or no page would be kept for newcomers.
            assertThat(page("/tool/" + added.at("/slug")).status()).isEqualTo(200);
            assertThat(sharedMemory()).isPositive();
        });
    }

    private Api.Answer page(String path, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
        return api.get(path, all.toArray(String[]::new));
    }

    /// Pages that newcomers share are shown until the service has heard that it hears of no change any more.
    private void databaseGoes() {
        database.goes();
        await().atMost(SOON).until(() -> sharedMemory() == 0);
    }

    private double sharedMemory() {
        return meters.get("catalog.shared.pages.memory").gauge().value();
    }

    private static String comparison(Api.Added one, Api.Added other) {
        return Stream.of(one.slug(), other.slug()).sorted().collect(Collectors.joining("-vs-", "/compare/", ""));
    }

    private record Timed(Api.Answer page, Duration took) {}

    private Timed timed(String path) {
        long start = System.nanoTime();
        Api.Answer answer = page(path);
        return new Timed(answer, Duration.ofNanos(System.nanoTime() - start));
    }

    private double shown() {
        return meters.get("web.last.known.shown").functionCounter().count();
    }

    @Test
    void pagesOfEveryKindAreShownAsTheyWereAndThenLiveAgain() {
        Api.Added a = api.added(Draft.named("Last A " + word));
        Api.Added b = api.added(Draft.named("Last B " + word));
        others.awaitApplied("catalog-critics", others.critic("builder.json", critic -> critic.put("version", 900)));
        others.awaitApplied("catalog-card-panels", others.mixedPanel(a.toolId(), 5));
        others.awaitApplied(
                "catalog-voices",
                others.publish(
                        "vote.voice.v1",
                        a.toolId(),
                        others.value("vote.voice.v1", "seven-roles.json", state -> state.put("toolId", a.toolId()))));
        assertThat(page("/tool/" + a.slug()).text()).contains("Why they voted so", VOTERS_WORDS);
        String pair = "/compare/" + a.slug() + "-vs-" + b.slug();
        List<String> kinds = List.of(
                "/",
                "/search?q=" + word,
                "/tool/" + a.slug(),
                "/tool/" + a.slug() + "/alternatives",
                "/compare",
                pair,
                pair + "?differences=only",
                "/category/developer-tools",
                "/category/developer-tools/alternatives",
                "/panel",
                "/reviewer/builder",
                "/leaderboard",
                "/feeds",
                "/dataset");
        for (String kind : kinds) {
            Api.Answer live = page(kind);
            assertThat(live.status()).as(kind).isEqualTo(200);
            assertThat(live.text()).as(kind).doesNotContain(NOTICE);
        }
        double before = shown();

        databaseGoes();

        // What some pages read anew once a minute may be a minute old without anybody noticing.
        List<String> readEachTime = new ArrayList<>(kinds);
        readEachTime.removeAll(List.of("/feeds", "/dataset"));
        // Each waits for a connection to the database first, so some are asked for side by side.
        var asked = new LinkedHashMap<String, CompletableFuture<Timed>>();
        try (var readers = Executors.newFixedThreadPool(4)) {
            readEachTime.forEach(kind -> asked.put(kind, CompletableFuture.supplyAsync(() -> timed(kind), readers)));
        }
        asked.forEach((kind, answer) -> {
            assertThat(answer.join().took()).as(kind).isLessThan(Duration.ofSeconds(5));
            Api.Answer stale = answer.join().page();
            assertThat(stale.status()).as(kind).isEqualTo(200);
            assertThat(stale.text()).as(kind).contains(NOTICE, "<main", "</html>");
            assertThat(stale.response().headers().allValues("Cache-Control"))
                    .as(kind)
                    .containsExactly("no-store");
            assertThat(stale.header("Age")).as(kind).matches("[0-9]+");
        });
        assertThat(page("/feeds").status()).isEqualTo(200);
        assertThat(page("/dataset").status()).isEqualTo(200);
        assertThat(page(pair).text()).contains("Last A " + word, "Last B " + word, "The Builder");
        assertThat(page("/tool/" + a.slug()).text())
                .as("voters may have taken their words back since")
                .contains("Panel versus community by role")
                .doesNotContain("Why they voted so", VOTERS_WORDS);
        assertThat(shown() - before).isGreaterThanOrEqualTo(readEachTime.size());

        assertThat(page("/tool/" + b.slug()).status())
                .as("nobody has looked at it")
                .isEqualTo(503);
        Api.Answer read = api.get(Api.path(a.slug()));
        assertThat(read.status()).as("programs get no stale answer").isEqualTo(503);
        assertThat(read.header("Retry-After")).isEqualTo("1");
        assertThat(read.at("/type")).endsWith("/service-unavailable");
        assertThat(api.post(Draft.fresh().json()).status()).isEqualTo(503);

        database.comesBack();

        for (String kind : kinds) {
            await(kind)
                    .atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(page(kind).text()).doesNotContain(NOTICE).contains("</html>"));
        }
    }

    @Test
    void aDatabaseThatNeitherAnswersNorRefusesHoldsNoPageUp() throws SQLException {
        api.added(Draft.named("Silent " + word));
        String path = "/search?q=" + word;
        await().atMost(SOON).untilAsserted(() -> assertThat(page(path).text()).contains("Silent " + word));

        try (Connection _ = database.silent("tool_card")) {
            Timed first = timed(path);
            assertThat(first.page().text()).contains(NOTICE, "Silent " + word);
            assertThat(first.took())
                    .as("the gateway waits for no page longer")
                    .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(5));

            // Other readers and projectors wait on, but not more and more of those that nobody listens to any more.
            for (int tries = 0; tries < 6; tries++) {
                assertThat(page(path).text()).contains(NOTICE);
            }
            assertThat(database.heldUp()).isLessThan(6);
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(page(path).text()).doesNotContain(NOTICE));
    }

    @Test
    void nobodysTokenOrCookieIsOnAPageFromMemory() {
        Api.Added tool = api.added(Draft.named("Own " + word));
        String path = "/tool/" + tool.slug();
        assertThat(page(path, "Cookie", "voter=of-ada").status()).isEqualTo(200);

        databaseGoes();

        Api.Answer stale = page(path, "Cookie", "voter=of-ben");
        assertThat(stale.text())
                .contains(NOTICE, "Your own vote is not at hand just now.", "name=\"formToken\" value=\"\"")
                .doesNotContain("of-ada", "of-ben");
        assertThat(stale.response().headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page(path, "Authorization", TestTokens.bearer("editor")).status())
                .as("who is signed in sees no kept page")
                .isEqualTo(503);
    }

    @Test
    void whatWasTakenDownDoesNotComeBack() {
        Api.Added tool = api.added(Draft.named("Gone " + word));
        Api.Added other = api.added(Draft.named("Stays " + word));
        String pair = comparison(tool, other);
        String bystanders = comparison(other, api.added(Draft.fresh()));
        page(bystanders);
        List<String> naming = List.of("/tool/" + tool.slug(), "/search?q=" + word, pair, "/");
        naming.forEach(path -> assertThat(page(path).status()).as(path).isEqualTo(200));

        assertThat(api.write("PUT", Api.path(tool.slug()) + "/take-down", REASON)
                        .status())
                .isEqualTo(200);
        await().atMost(SOON).until(() -> api.get(Api.path(tool.slug())).status() == 410);
        // Nobody looks at these pages meanwhile: the watch alone takes them out.
        await().atMost(SOON).until(() -> keptMemory() == 0);
        assertThat(page(bystanders).status()).isEqualTo(200);

        databaseGoes();

        assertThat(page(bystanders).text())
                .as("what newcomers share is kept once more when it is read again")
                .contains(NOTICE, "Stays " + word);

        for (String path : naming) {
            assertThat(page(path).text()).as(path).doesNotContain("Gone " + word);
        }
    }
}
