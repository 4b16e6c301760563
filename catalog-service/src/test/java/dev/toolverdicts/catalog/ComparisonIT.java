package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ComparisonIT extends RunningService {

    private final String id = UUID.randomUUID().toString();
    private final Draft first = Draft.named("A side " + id);
    private final Draft second =
            Draft.named("B side " + id).with("category", "audio").without("bestFor");
    private Api.Added a;
    private Api.Added b;
    private String pair;

    @BeforeEach
    void twoTools() {
        a = api.added(first);
        b = api.added(second);
        pair = "/api/v1/comparisons/" + a.slug() + "-vs-" + b.slug();
    }

    private void panels() {
        for (String critic : List.of("builder.json", "guardian-revised.json")) {
            others.awaitApplied("catalog-critics", others.critic(critic, _ -> {}));
        }
        others.awaitApplied("catalog-card-panels", others.mixedPanel(a.toolId(), 5));
        others.awaitApplied("catalog-card-panels", others.unanimousPanel(b.toolId(), 5));
    }

    @Test
    void twoToolsStandSideBySide() {
        panels();
        JsonNode comparison = api.get(pair).body();

        assertThat(comparison.propertyNames())
                .containsExactlyInAnyOrder("pairKey", "tools", "decision", "scorecard", "read", "basis", "asOf");
        assertThat(comparison.at("/pairKey").asString()).isEqualTo(a.slug() + "-vs-" + b.slug());
        assertThat(comparison.at("/tools/0"))
                .isEqualTo(api.get(Api.path(a.slug())).body());
        assertThat(comparison.at("/tools/1"))
                .isEqualTo(api.get(Api.path(b.slug())).body());
        assertThat(comparison
                        .get("decision")
                        .valueStream()
                        .map(row -> row.get("label").asString()))
                .containsExactly(
                        "Panel verdict",
                        "Community",
                        "Pricing",
                        "License",
                        "Status",
                        "Best for",
                        "Not for",
                        "Category");
        assertThat(comparison.at("/decision/0/values").toString())
                .isEqualTo("[\"Ship · 3 ship / 1 skip · 4 of 7 critics\",\"Ship · 4 ship / 0 skip · 4 of 7 critics\"]");
        assertThat(comparison.at("/decision/1").toString())
                .isEqualTo("{\"label\":\"Community\",\"values\":[\"No community votes yet\","
                        + "\"No community votes yet\"],\"equal\":true}");
        assertThat(comparison.at("/decision/5/values/1").asString()).isEqualTo("—");
        assertThat(comparison.at("/read").asString())
                .isEqualTo("The panel prefers B side %s, 100%% to 75%%; the community has too few votes to tell; "
                                .formatted(id)
                        + "both are free to start.");
        assertThat(comparison.at("/basis/pick").asString()).isEqualTo(b.slug());
        assertThat(comparison.at("/basis/rule").asString()).contains("at least 10 points ahead");
        assertThat(comparison.at("/basis/sure").asString()).startsWith("How sure: 4 of 7 critics reviewed each tool;");
        assertThat(comparison.at("/scorecard/0/critic").toString())
                .isEqualTo("{\"key\":\"builder\",\"name\":\"The Builder\",\"role\":\"Developer Perspective\"}");
        assertThat(comparison.at("/scorecard/0/takes/0").propertyNames())
                .containsExactlyInAnyOrder("verdict", "score", "body");
        assertThat(comparison
                        .get("scorecard")
                        .valueStream()
                        .filter(row -> row.get("widest").asBoolean()))
                .isNotEmpty();
    }

    @Test
    void aReaderWeighsTheCritics() {
        panels();
        JsonNode plain = api.get(pair).body();
        String critic = plain.at("/scorecard/0/critic/key").asString();
        Api.Answer weighed = api.get(pair + "?weight=" + critic + ".3");

        assertThat(weighed.body().at("/byWeights/weights").toString())
                .contains("{\"critic\":\"" + critic + "\",\"weight\":3}");
        assertThat(weighed.at("/byWeights/tools/0/slug")).isEqualTo(b.slug());
        assertThat(weighed.body().at("/tools/0")).isEqualTo(plain.at("/tools/1"));
        assertThat(weighed.at("/decision/1/label")).isEqualTo("By your weights");
        assertThat(weighed.at("/read")).contains("y your weights the panel ");
        assertThat(weighed.header("ETag")).isNotEqualTo(api.get(pair).header("ETag"));
        assertThat(api.get(pair + "?weight=" + critic + ".1").body()).isEqualTo(plain);
        assertThat(api.get(pair + "?weight=nobody.1").status()).isEqualTo(400);
        assertThat(api.get(pair + "?weight=" + critic + ".4").at("/errors/0/pointer"))
                .isEqualTo("/weight");
        assertThat(api.get(address(b, a) + "?weight=" + critic + ".3").header("Location"))
                .isEqualTo(pair + "?weight=" + critic + ".3");
    }

    @Test
    void aPairNobodySpokeOfHasNoPick() {
        JsonNode comparison = api.get(pair).body();

        assertThat(comparison.at("/basis/pick").isNull()).isTrue();
        assertThat(comparison.at("/read").asString()).startsWith("No clear pick: ");
    }

    @Test
    void upToFiveToolsStandSideBySide() {
        panels();
        Api.Added c = api.added(Draft.named("C side " + id));
        Api.Added d = api.added(Draft.named("D side " + id));
        Api.Added e = api.added(Draft.named("E side " + id));
        Api.Added f = api.added(Draft.named("F side " + id));
        String five = address(a, b, c, d, e);
        JsonNode comparison = api.get(five).body();

        assertThat(five).endsWith("/" + comparison.at("/pairKey").asString());
        assertThat(comparison
                        .get("tools")
                        .valueStream()
                        .map(tool -> tool.at("/slug").asString()))
                .containsExactly(a.slug(), b.slug(), c.slug(), d.slug(), e.slug());
        assertThat(comparison.get("decision").valueStream())
                .allSatisfy(row -> assertThat(row.get("values").size()).isEqualTo(5));
        assertThat(comparison.get("scorecard").valueStream()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.at("/takes").size()).isEqualTo(5);
            assertThat(row.at("/takes/4").isNull()).isTrue();
        });
        assertThat(comparison.at("/read").asString()).startsWith("No clear pick: the panel is still out on C side");
        assertThat(api.get(address(a, b, c, d, e, f)).status()).isEqualTo(404);
        assertThat(api.get(address(a, b, c, d, e, a)).header("Location")).isEqualTo(five);
    }

    @Test
    void everyOrderOfManyToolsLeadsToTheCanonicalOneAndNamesEachOnce() {
        Api.Added c = api.added(Draft.named("C side " + id));
        String three = address(a, b, c);

        assertThat(api.get(three).status()).isEqualTo(200);
        for (String other : List.of(address(c, b, a), address(b, c, a), address(a, b, c, b), address(c, c, b, a, a))) {
            Api.Answer answer = api.get(other);
            assertThat(answer.status()).as(other).isEqualTo(301);
            assertThat(answer.header("Location")).as(other).isEqualTo(three);
        }
        assertThat(api.get(address(a, b, a)).header("Location")).isEqualTo(pair);
        assertThat(api.get(address(b, b, b)).header("Location")).isEqualTo(Api.path(b.slug()));
        assertThat(api.get(three + "-vs-no-such-tool").status()).isEqualTo(404);
    }

    @Test
    void aChangeOfAnyOfManyToolsChangesTheTag() {
        Api.Added c = api.added(Draft.named("C side " + id));
        String three = address(a, b, c);
        String before = api.get(three).header("ETag");
        assertThat(api.get(three, "If-None-Match", before).status()).isEqualTo(304);

        others.awaitApplied("catalog-card-tallies", others.tally(c.toolId(), 2, 4, 1));

        assertThat(api.get(three).header("ETag")).isNotEqualTo(before);
        assertThat(api.get(three).at("/decision/1/values/2")).isEqualTo("4 of 5 ship · 80%");
    }

    private static String address(Api.Added... tools) {
        return Stream.of(tools).map(Api.Added::slug).collect(Collectors.joining("-vs-", "/api/v1/comparisons/", ""));
    }

    @Test
    void aMissingTakeIsNull() {
        others.awaitApplied("catalog-card-panels", others.mixedPanel(a.toolId(), 5));
        JsonNode scorecard = api.get(pair).body().get("scorecard");

        assertThat(scorecard.size()).isEqualTo(4);
        assertThat(scorecard.valueStream()).allSatisfy(row -> {
            assertThat(row.at("/takes/0").isObject()).isTrue();
            assertThat(row.at("/takes/1").isNull()).isTrue();
        });
    }

    @Test
    void aVoteOrAReviewChangesTheComparisonAndItsTag() {
        String before = api.get(pair).header("ETag");
        assertThat(api.get(pair, "If-None-Match", before).status()).isEqualTo(304);
        others.tally(a.toolId(), 2, 4, 1);

        await().untilAsserted(() ->
                assertThat(api.get(pair).at("/decision/1/values/0")).isEqualTo("4 of 5 ship · 80%"));
        assertThat(api.get(pair).header("ETag")).isNotEqualTo(before);
        assertThat(api.get(pair, "If-None-Match", before).status()).isEqualTo(200);
    }

    @Test
    void everyAddressOfAPairLeadsToTheCanonicalOne() {
        Api.Answer reverse = api.get("/api/v1/comparisons/" + b.slug() + "-vs-" + a.slug());
        Api.Answer same = api.get("/api/v1/comparisons/" + b.slug() + "-vs-" + b.slug());

        assertThat(reverse.status()).isEqualTo(301);
        assertThat(reverse.header("Location")).isEqualTo(pair);
        assertThat(reverse.header("Cache-Control")).isEqualTo("max-age=300");
        assertThat(same.status()).isEqualTo(301);
        assertThat(same.header("Location")).isEqualTo(Api.path(b.slug()));
    }

    @Test
    void aRenamedToolTakesItsComparisonsAlong() {
        String next = "a-new-side-" + id;
        assertThat(api.put(a.slug(), "\"1\"", first.with("slug", next).json()).status())
                .isEqualTo(200);
        await().until(() -> api.get(Api.path(next)).status() == 200);

        assertThat(api.get(pair).status()).isEqualTo(301);
        assertThat(api.get(pair).header("Location")).isEqualTo("/api/v1/comparisons/" + next + "-vs-" + b.slug());
        assertThat(api.get("/api/v1/comparisons/" + a.slug() + "-vs-" + next).header("Location"))
                .isEqualTo(Api.path(next));
    }

    @Test
    void anUnknownPairIsNotFound() {
        for (String unknown : List.of(
                a.slug() + "-vs-no-such-tool",
                "no-such-tool-vs-" + a.slug(),
                "no-such-tool-vs-no-such-tool",
                a.slug(),
                "-vs-" + a.slug(),
                a.slug() + "-vs-",
                a.slug() + "-vs--vs-" + b.slug(),
                a.slug() + "-vs-vs-" + b.slug(),
                a.slug() + "-vs-" + b.slug().toUpperCase(Locale.ROOT))) {
            Api.Answer answer = api.get("/api/v1/comparisons/" + unknown);
            assertThat(answer.status()).as(unknown).isEqualTo(404);
            assertThat(answer.at("/type")).isEqualTo("https://toolverdicts.dev/problems/comparison-not-found");
        }
    }
}
