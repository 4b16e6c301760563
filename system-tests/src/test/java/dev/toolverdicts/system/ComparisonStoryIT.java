package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ComparisonStoryIT {

    private final Visitor visitor = new Visitor();

    @Test
    void theSeedPagesFiguresAreOnTheComparison() {
        JsonNode comparison = visitor.json(Sample.SEED_JSON);

        assertThat(comparison.path("pairKey").asString()).isEqualTo(Sample.SCOUT + "-vs-" + Sample.MISTRAL);
        JsonNode scout = comparison.path("tools").path(0);
        JsonNode mistral = comparison.path("tools").path(1);
        assertThat(scout.path("name").asString()).isEqualTo("Llama 4 Scout Fine-Tuning Toolkit");
        assertThat(scout.path("panel").path("pct").asInt()).isEqualTo(75);
        assertThat(scout.path("panel").path("verdict").asString()).isEqualTo("ship");
        assertThat(mistral.path("panel").path("pct").asInt()).isEqualTo(100);
        assertThat(mistral.path("license").path("spdx").asString()).isEqualTo("Apache-2.0");
        for (JsonNode tool : comparison.path("tools")) {
            assertThat(tool.path("category").path("name").asString()).isEqualTo("Developer Tools");
            assertThat(tool.path("pricing").path("entryLabel").asString()).isEqualTo("Free");
            assertThat(tool.path("tagline").asString()).isNotBlank();
            assertThat(tool.path("summary").asString()).isNotBlank();
        }
        long bothSides = comparison
                .path("scorecard")
                .valueStream()
                .filter(row -> row.path("takes").valueStream().allMatch(take -> take.hasNonNull("body")))
                .count();
        assertThat(bothSides).isEqualTo(4);
        assertThat(comparison
                        .path("decision")
                        .valueStream()
                        .map(row -> row.path("label").asString()))
                .contains("Panel verdict", "Community", "Pricing", "Best for", "Category");
    }

    @Test
    void thePageIsCompleteWithoutScripts() {
        String page = visitor.get(Sample.SEED_PAGE).body();

        assertThat(page)
                .contains("AI tool comparison")
                .contains("Llama 4 Scout Fine-Tuning Toolkit")
                .contains("Mistral 3B")
                .contains("Panel ship")
                .contains("Community")
                .contains("Entry")
                .contains("Decision")
                .contains("Reviewer scorecard")
                .contains("Weekly AI Tool Verdicts")
                .contains("Get the next comparison in your inbox")
                .containsPattern("75\\s*%")
                .containsPattern("100\\s*%");
    }

    @Test
    void everyAddressOfAPairLeadsToOnePage() {
        var reversed = visitor.get("/compare/" + Sample.MISTRAL + "-vs-" + Sample.SCOUT);
        assertThat(reversed.statusCode()).isEqualTo(301);
        assertThat(reversed.headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(Sample.SEED_PAGE));
        assertThat(reversed.headers().firstValue("cache-control"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=300"));
        var same = visitor.get("/compare/" + Sample.MISTRAL + "-vs-" + Sample.MISTRAL);
        assertThat(same.statusCode()).isEqualTo(301);
        assertThat(same.headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/tool/" + Sample.MISTRAL));
        assertThat(visitor.get("/compare/" + Sample.MISTRAL + "-vs-nobody-knows-me")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void fiveToolsHaveOneAddressOnePageAndFilesToTakeAlong() {
        JsonNode comparison = visitor.json("/api/v1/comparisons/" + Sample.FIVE);
        assertThat(comparison.path("pairKey").asString()).isEqualTo(Sample.FIVE);
        assertThat(comparison.path("tools").size()).isEqualTo(5);
        assertThat(comparison.path("basis").path("rule").asString()).contains("no clear pick");

        assertThat(visitor.get("/compare/" + Sample.FIVE).body()).contains("Aider", "Windsurf", "noindex");
        var reversed = visitor.get("/compare/windsurf-vs-github-copilot-vs-cursor-vs-cline-vs-aider");
        assertThat(reversed.statusCode()).isEqualTo(301);
        assertThat(reversed.headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/compare/" + Sample.FIVE));
        for (String ending : new String[] {".md", ".csv", ".json"}) {
            var file = visitor.get("/compare/" + Sample.FIVE + ending);
            assertThat(file.statusCode()).as(ending).isEqualTo(200);
            assertThat(file.body())
                    .as(ending)
                    .contains(comparison.path("asOf").asString().substring(0, 10), "Windsurf");
            assertThat(file.headers().firstValue("content-disposition").orElse(""))
                    .startsWith("attachment");
        }
        assertThat(visitor.get("/compare/" + Sample.FIVE + "-vs-" + Sample.MISTRAL)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void rowsThatAreTheSameAreLeftOutWithoutScripts() {
        String all = visitor.get(Sample.SEED_PAGE).body();
        String differences = visitor.get(Sample.SEED_PAGE + "?differences=only").body();

        assertThat(all).contains("Differences only", ">same<");
        assertThat(differences)
                .contains("Left out, the same for both tools: ", "Show every row")
                .doesNotContain(">same<");
    }

    @Test
    void aRevisedReviewIsOnEveryPageWithinTwoSeconds() {
        Visitor editor = Visitor.bearing(Stack.running().token("editor"));
        Visitor founder = Visitor.bearing(Stack.running().token("critic", "--critic", "founder"));
        String slug = Sample.newTool(editor, "Revised Story " + System.nanoTime());
        for (String critic : new String[] {"builder", "skeptic", "futurist"}) {
            var answer = editor.put("/api/v1/tools/" + slug + "/reviews/" + critic, Sample.review("ship", 80, "Yes."));
            assertThat(answer.statusCode()).isEqualTo(201);
        }
        String own = "/api/v1/tools/" + slug + "/reviews/founder";
        assertThat(founder.put(own, Sample.review("skip", 40, "No buyer.")).statusCode())
                .isEqualTo(201);
        awaitPanel(slug, 75);

        assertThat(founder.put(own, Sample.review("ship", 70, "A buyer after all."))
                        .statusCode())
                .isEqualTo(200);

        awaitPanel(slug, 100);
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(visitor.get("/tool/" + slug).body())
                        .contains("A buyer after all.")
                        .doesNotContain("No buyer."));
        assertThat(visitor.get(Sample.comparePage(slug)).body()).contains("A buyer after all.");
    }

    private void awaitPanel(String slug, int pct) {
        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    JsonNode panel = visitor.json("/api/v1/tools/" + slug).path("panel");
                    assertThat(panel.path("pct").asInt()).isEqualTo(pct);
                    assertThat(panel.path("verdict").asString()).isEqualTo("ship");
                });
    }
}
