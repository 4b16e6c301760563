package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Where facts come from, how they changed, and what else happened to a tool.
class FactsIT extends RunningService {

    private Api.Answer page(String path) {
        return api.get(path, "Accept", "text/html");
    }

    private void awaitCard(Api.Added tool, Consumer<JsonNode> there) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> there.accept(api.get(Api.path(tool.slug())).body()));
    }

    private Api.Answer release(String slug, String label, String body) {
        return api.write("PUT", Api.path(slug) + "/releases/" + label, body);
    }

    private Api.Answer news(String key, String body) {
        return api.write("PUT", "/api/v1/news/" + key, body);
    }

    private Api.Answer delete(String path) {
        return api.send("DELETE", path, BodyPublishers.noBody(), "Authorization", TestTokens.bearer("editor"));
    }

    private static String released(String day) {
        return "{\"releasedOn\": \"" + day + "\", \"sourceUrl\": \"https://notes.example/" + day + "\"}";
    }

    private static String telling(String title, String slug) {
        return """
                {"title": "%s", "url": "https://news.example/a", "publishedOn": "2026-11-20", "tools": ["%s"]}
                """.formatted(title, slug);
    }

    private static String word() {
        return UUID.randomUUID().toString();
    }

    @Test
    void everyFactSaysWhereItIsFromAndWhoSawItLast() {
        Draft draft = Draft.fresh()
                .with("facts", json.readTree("{\"price\": {\"sourceUrl\": \"https://prices.example/a\"}}"));
        Api.Added tool = api.added(draft);

        JsonNode facts = api.get(Api.path(tool.slug())).body().get("facts");

        assertThat(facts.at("/price/sourceUrl").asString()).isEqualTo("https://prices.example/a");
        assertThat(facts.at("/price/verifiedAt").asString())
                .isEqualTo(draft.body().at("/pricing/capturedAt").asString());
        assertThat(facts.at("/license/sourceUrl").asString()).isEqualTo("https://sample.example/tool");
        for (String kind : new String[] {"price", "license", "status"}) {
            JsonNode fact = facts.get(kind);
            assertThat(Instant.parse(fact.get("capturedAt").asString())).isBeforeOrEqualTo(Instant.now());
            assertThat(fact.get("verifiedBy").asString()).isEqualTo("editor");
            assertThat(fact.get("check").booleanValue()).isFalse();
            assertThat(fact.get("outdated").booleanValue()).isFalse();
        }
        assertThat(api.getAsEditor(Api.path(tool.slug())).at("/facts/status/verifiedBy"))
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"29, false, false, ''", "31, true, false, .c1", "91, true, true, .c2"})
    void whatNobodyHasLookedAtIsToBeChecked(int days, boolean check, boolean outdated, String end) {
        String read = Instant.now().minus(Duration.ofDays(days)).toString();
        Api.Added old = api.added(Draft.fresh().with("pricing.capturedAt", read));
        Api.Added other = api.added(Draft.fresh());

        Api.Answer card = api.get(Api.path(old.slug()));
        assertThat(card.body().at("/facts/price/check").booleanValue()).isEqualTo(check);
        assertThat(card.body().at("/facts/price/outdated").booleanValue()).isEqualTo(outdated);
        assertThat(card.header("ETag")).isEqualTo("\"1.0.0" + end + "\"");
        assertThat(page("/tool/" + old.slug()).text().contains("· check")).isEqualTo(check);
        String pair = old.slug().compareTo(other.slug()) < 0
                ? old.slug() + "-vs-" + other.slug()
                : other.slug() + "-vs-" + old.slug();
        Api.Answer comparison = api.get("/api/v1/comparisons/" + pair);
        assertThat(comparison
                        .body()
                        .get("tools")
                        .valueStream()
                        .map(one -> one.at("/facts/price/check").booleanValue()))
                .containsExactlyInAnyOrder(check, false);
        assertThat(comparison.header("ETag").contains(".c")).isEqualTo(check);
        assertThat(page("/compare/" + pair).text().contains("Free plan; Pro $20/mo · check"))
                .isEqualTo(check);
        assertThat(comparison.at("/read").contains("are not compared")).isEqualTo(outdated);
        assertThat(comparison.at("/read").contains("both are free to start")).isEqualTo(!outdated);

        String seen = api.getAsEditor(Api.path(old.slug())).text();
        Draft again = new Draft((ObjectNode) json.readTree(seen))
                .with("category", "developer-tools")
                .with("facts", json.readTree("{\"price\": {\"verified\": true}}"));
        assertThat(api.put(old.slug(), card.header("ETag"), again.json()).status())
                .isEqualTo(200);
        awaitCard(old, now -> {
            assertThat(now.at("/facts/price/check").booleanValue()).isFalse();
            assertThat(now.at("/facts/price/capturedAt").asString()).isEqualTo(read);
        });
        assertThat(api.get(Api.path(old.slug()) + "/history").body().get("changes"))
                .isEmpty();
    }

    @Test
    void theHistoryNamesEveryChangeOfPriceLicenceAndStatus() {
        Draft draft = Draft.fresh();
        Api.Added tool = api.added(draft);
        assertThat(api.get(Api.path(tool.slug()) + "/history").body().get("changes"))
                .isEmpty();
        Draft dearer = draft.with("pricing.text", "Free plan; Pro $25/mo")
                .with("facts", json.readTree("{\"price\": {\"sourceUrl\": \"https://prices.example/b\"}}"));
        assertThat(api.put(tool.slug(), "\"1\"", dearer.json()).status()).isEqualTo(200);
        Draft closed = dearer.with("license", json.readTree("{\"spdx\": null, \"class\": \"proprietary\"}"))
                .with("status", "discontinued");
        assertThat(api.put(tool.slug(), "\"2\"", closed.json()).status()).isEqualTo(200);
        assertThat(api.put(
                                tool.slug(),
                                "\"3\"",
                                closed.with("tagline", "Said anew").json())
                        .status())
                .isEqualTo(200);

        Api.Answer history = api.get(Api.path(tool.slug()) + "/history");

        JsonNode changes = history.body().get("changes");
        assertThat(changes.valueStream().map(change -> change.get("kind").asString()))
                .containsExactly("license", "status", "price");
        assertThat(changes.at("/0/old/text").asString()).isEqualTo("Apache-2.0");
        assertThat(changes.at("/0/old").propertyNames()).containsExactlyInAnyOrder("text", "spdx", "class");
        assertThat(changes.at("/0/new/class").asString()).isEqualTo("proprietary");
        assertThat(changes.at("/1/new/text").asString()).isEqualTo("discontinued");
        assertThat(changes.at("/2/old/text").asString()).isEqualTo("Free plan; Pro $20/mo");
        assertThat(changes.at("/2/new/text").asString()).isEqualTo("Free plan; Pro $25/mo");
        assertThat(changes.at("/2/new/entryAmount").decimalValue()).isEqualByComparingTo("0");
        assertThat(changes.at("/2/sourceUrl").asString()).isEqualTo("https://prices.example/b");
        assertThat(Instant.parse(changes.at("/2/at").asString())).isBeforeOrEqualTo(Instant.now());
        assertThat(history.text()).doesNotContain("actor", "\"id\"");
        // The card's time is part of the answer, and its own event may come between two questions.
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            String tag = api.get(Api.path(tool.slug()) + "/history").header("ETag");
            assertThat(api.get(Api.path(tool.slug()) + "/history", "If-None-Match", tag)
                            .status())
                    .isEqualTo(304);
        });
        assertThat(history.header("Link")).isEmpty();
        Api.Answer part = api.get(Api.path(tool.slug()) + "/history?limit=2");
        String next = part.header("Link").replaceFirst("^<([^>]*)>.*", "$1");
        assertThat(part.body().get("changes")).hasSize(2);
        assertThat(api.get(next).body().at("/changes/0/kind").asString()).isEqualTo("price");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(page("/tool/" + tool.slug()).text())
                        .contains("Price: from Free plan; Pro $20/mo to Free plan; Pro $25/mo", "Discontinued."));
    }

    @Test
    void aVersionIsAReleaseOfItsTool() {
        Api.Added tool = api.added(Draft.fresh());

        Api.Answer added = release(tool.slug(), "2.0", released("2026-11-01"));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(release(tool.slug(), "1.0", released("2026-01-01")).status()).isEqualTo(201);
        assertThat(release(tool.slug(), "2.0", released("2026-11-01")).status()).isEqualTo(200);
        assertThat(release(tool.slug(), "2.0", released("2026-11-02")).at("/releaseId"))
                .isEqualTo(added.at("/releaseId"));

        awaitCard(tool, card -> {
            assertThat(card.at("/latestRelease/label").asString()).isEqualTo("2.0");
            assertThat(card.at("/latestRelease/releasedOn").asString()).isEqualTo("2026-11-02");
        });
        Api.Answer releases = api.get(Api.path(tool.slug()) + "/releases");
        assertThat(releases.body()
                        .get("releases")
                        .valueStream()
                        .map(one -> one.get("label").asString()))
                .containsExactly("2.0", "1.0");
        assertThat(api.getAsEditor(Api.path(tool.slug())).at("/version")).isEqualTo("4");
        assertThat(page("/tool/" + tool.slug()).text()).contains("What happened", "https://notes.example/2026-11-02");

        assertThat(delete(Api.path(tool.slug()) + "/releases/2.0").status()).isEqualTo(204);
        awaitCard(
                tool,
                card -> assertThat(card.at("/latestRelease/label").asString()).isEqualTo("1.0"));
        assertThat(delete(Api.path(tool.slug()) + "/releases/2.0").at("/type")).endsWith("/release-not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/label      | -x  | {'releasedOn': '2026-11-01'}",
                "/label      | %3Cb%3E | {'releasedOn': '2026-11-01'}",
                "/releasedOn | 1.0 | {}",
                "/releasedOn | 1.0 | {'releasedOn': '2026-02-30'}",
                "/releasedOn | 1.0 | {'releasedOn': '9999-01-01'}",
                "/sourceUrl  | 1.0 | {'releasedOn': '2026-11-01', 'sourceUrl': 'javascript:alert(1)'}"
            },
            quoteCharacter = '`')
    void aReleaseThatIsNoneIsRefused(String pointer, String label, String body) {
        Api.Added tool = api.added(Draft.fresh());

        Api.Answer refused = release(tool.slug(), label, body.replace('\'', '"'));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(api.get(Api.path(tool.slug()) + "/releases").body().get("releases"))
                .isEmpty();
    }

    @Test
    void oneRepositoryIsOneProductAndOneDomainMayBe() {
        String owner = word();
        Api.Added tool = api.added(Draft.fresh()
                .with("repoUrl", "https://github.com/" + owner + "/name")
                .with("websiteUrl", "https://" + owner + ".example"));

        Api.Answer same = api.post(Draft.fresh()
                .with("repoUrl", "http://www.github.com/" + owner + "/Name.git")
                .json());
        assertThat(same.status()).isEqualTo(409);
        assertThat(same.at("/type")).endsWith("/tool-exists");
        assertThat(same.at("/existing")).isEqualTo(Api.path(tool.slug()));
        assertThat(same.header("Link")).contains(Api.path(tool.slug()), "rel=\"duplicate\"");
        Api.Answer asSite = api.post(Draft.fresh()
                .with("websiteUrl", "https://github.com/" + owner + "/name/releases")
                .json());
        assertThat(asSite.status()).isEqualTo(409);

        Api.Answer twin = api.post(Draft.fresh()
                .with("websiteUrl", "https://www." + owner + ".example/two")
                .json());
        assertThat(twin.status()).isEqualTo(201);
        assertThat(twin.at("/warnings/0/pointer")).isEqualTo("/websiteUrl");
        assertThat(twin.at("/warnings/0/existing/0")).isEqualTo(Api.path(tool.slug()));
        assertThat(api.post(Draft.fresh()
                                .with("websiteUrl", "https://" + word() + ".example")
                                .json())
                        .body()
                        .get("warnings"))
                .isEmpty();
    }

    @Test
    void newsNamesWhatIsThereAndMakesNoTool() {
        Api.Added tool = api.added(Draft.fresh());
        release(tool.slug(), "2.0", released("2026-11-01"));
        String key = "news-" + word();
        String body = telling("A <b>headline", tool.slug())
                .replace("]}", "], \"releases\": [{\"tool\": \"" + tool.slug() + "\", \"label\": \"2.0\"}]}");

        Api.Answer added = news(key, body);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(news(key, body).status()).isEqualTo(200);
        Api.Answer item = api.get("/api/v1/news/" + key);
        assertThat(item.at("/tools/0/slug")).isEqualTo(tool.slug());
        assertThat(item.at("/releases/0/label")).isEqualTo("2.0");
        assertThat(api.get("/api/v1/news?tool=" + tool.slug()).at("/news/0/key"))
                .isEqualTo(key);
        assertThat(page("/tool/" + tool.slug()).text())
                .contains("A &lt;b&gt;headline", "https://news.example/a")
                .doesNotContain("<b>");

        String unknown = "no-such-tool-" + word();
        Api.Answer refused = news("news-" + word(), telling("Sample", unknown));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/tools/0");
        assertThat(api.get(Api.path(unknown)).status()).isEqualTo(404);
        assertThat(news(key, telling("Sample", tool.slug()).replace("[", "[\"" + unknown + "\", "))
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/api/v1/news/" + key).at("/title")).isEqualTo("A <b>headline");

        assertThat(delete("/api/v1/news/" + key).status()).isEqualTo(204);
        assertThat(delete("/api/v1/news/" + key).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/news/" + key).at("/type")).endsWith("/news-not-found");
    }

    @Test
    void newsComesInPages() {
        Api.Added tool = api.added(Draft.fresh());
        String word = word();
        for (int i = 0; i < 3; i++) {
            assertThat(news("n" + i + "-" + word, telling("Number " + i, tool.slug()))
                            .status())
                    .isEqualTo(201);
        }

        Api.Answer first = api.get("/api/v1/news?limit=2&tool=" + tool.slug());
        assertThat(first.body()
                        .get("news")
                        .valueStream()
                        .map(one -> one.get("title").asString()))
                .containsExactly("Number 2", "Number 1");
        String next = first.header("Link").replaceFirst("^<([^>]*)>.*", "$1");
        Api.Answer second = api.get(next);
        assertThat(second.body()
                        .get("news")
                        .valueStream()
                        .map(one -> one.get("title").asString()))
                .containsExactly("Number 0");
        assertThat(second.header("Link")).isEmpty();
        assertThat(api.get("/api/v1/news?limit=0").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/news?limit=101").status()).isEqualTo(400);
    }

    @Test
    void aRenamedToolKeepsItsPastAndOneThatIsTakenDownShowsNone() {
        Draft draft = Draft.fresh();
        Api.Added tool = api.added(draft);
        String key = "news-" + word();
        release(tool.slug(), "2.0", released("2026-11-01"));
        news(key, telling("Sample", tool.slug()));
        String slug = "renamed-" + word();
        assertThat(api.put(tool.slug(), "\"2\"", draft.with("slug", slug).json())
                        .status())
                .isEqualTo(200);
        Api.Added now = new Api.Added(tool.toolId(), slug, "\"3\"");
        awaitCard(now, card -> assertThat(card.at("/slug").asString()).isEqualTo(slug));

        for (String rest : new String[] {"/history", "/releases"}) {
            Api.Answer moved = api.get(Api.path(tool.slug()) + rest);
            assertThat(moved.status()).isEqualTo(301);
            assertThat(moved.header("Location")).endsWith(Api.path(slug) + rest);
        }
        assertThat(page("/tool/" + tool.slug()).status()).isEqualTo(301);
        assertThat(api.get(Api.path(slug) + "/releases").at("/releases/0/label"))
                .isEqualTo("2.0");
        assertThat(release(tool.slug(), "3.0", released("2026-11-01")).at("/type"))
                .endsWith("/tool-renamed");

        api.write("PUT", Api.path(slug) + "/take-down", "{\"reason\": \"A reason\"}");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(api.get(Api.path(slug)).status()).isEqualTo(410));
        assertThat(api.get(Api.path(slug) + "/history").status()).isEqualTo(410);
        assertThat(api.get(Api.path(slug) + "/releases").status()).isEqualTo(410);
        assertThat(api.get("/api/v1/news/" + key).status()).isEqualTo(404);
        assertThat(release(slug, "3.0", released("2026-11-02")).status()).isEqualTo(201);
        delete(Api.path(slug) + "/take-down");
        awaitCard(
                now,
                card -> assertThat(card.at("/latestRelease/label").asString()).isEqualTo("3.0"));
        assertThat(api.get("/api/v1/news/" + key).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tools/a/releases/1.0", "/api/v1/news/a"})
    void onlyEditorsWrite(String path) {
        for (String method : new String[] {"PUT", "DELETE"}) {
            assertThat(api.send(method, path, BodyPublishers.ofString("{}"), "Content-Type", "application/json")
                            .status())
                    .isEqualTo(401);
            assertThat(api.send(
                                    method,
                                    path,
                                    BodyPublishers.ofString("{}"),
                                    "Content-Type",
                                    "application/json",
                                    "Authorization",
                                    TestTokens.bearer("critic"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(delete(path).status()).isEqualTo(404);
    }
}
