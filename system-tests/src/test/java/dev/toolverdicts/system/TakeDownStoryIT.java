package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A tool is taken down, through every service at once, and comes back with all that was said of it.
class TakeDownStoryIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String REASON = "Its maker asked for it.";

    private final Visitor visitor = new Visitor();
    private final Visitor editor = Visitor.bearing(Stack.running().token("editor"));
    private final String name = "Take Down Story " + System.nanoTime();
    private final String slug = Sample.newTool(editor, name);

    private int status(String path) {
        return visitor.get(path).statusCode();
    }

    private String takeDown() {
        return "/api/v1/tools/" + slug + "/take-down";
    }

    @Test
    void itIsGoneEverywhereAndComesBackWithItsHistory() {
        for (String critic : new String[] {"builder", "skeptic", "futurist", "founder"}) {
            assertThat(editor.put("/api/v1/tools/" + slug + "/reviews/" + critic, Sample.review("ship", 80, "Sample."))
                            .statusCode())
                    .isEqualTo(201);
        }
        assertThat(visitor.put("/api/v1/tools/" + slug + "/vote", "{\"choice\": \"ship\"}")
                        .statusCode())
                .isEqualTo(202);
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode card = visitor.json("/api/v1/tools/" + slug);
            assertThat(card.at("/panel/verdict").asString()).isEqualTo("ship");
            assertThat(card.at("/community/ships").asInt()).isEqualTo(1);
        });

        assertThat(editor.put(takeDown(), "{\"reason\": \"" + REASON + "\"}").statusCode())
                .isEqualTo(200);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(status("/api/v1/tools/" + slug)).isEqualTo(410);
            assertThat(status("/api/v1/tools/" + slug + "/tally")).isEqualTo(410);
            assertThat(status("/api/v1/tools/" + slug + "/reviews")).isEqualTo(410);
        });
        for (String page : new String[] {
            "/tool/" + slug,
            "/tool/" + slug + ".md",
            "/tool/" + slug + "/alternatives",
            "/tool/" + slug + "/votes",
            "/tool/" + slug + "/reviews/builder",
            "/og/tool/" + slug + ".png",
            Sample.comparePage(slug)
        }) {
            assertThat(status(page)).as(page).isEqualTo(410);
        }
        assertThat(visitor.get("/tool/" + slug).body()).contains(REASON).doesNotContain(name);
        assertThat(visitor.put("/api/v1/tools/" + slug + "/vote", "{\"choice\": \"skip\"}")
                        .statusCode())
                .isEqualTo(410);
        assertThat(visitor.get("/badge/" + slug + ".svg").body())
                .contains("Not listed")
                .doesNotContain("Ship");
        for (String list : new String[] {"/", "/category/developer-tools", "/weekly", "/api/v1/tools?limit=100"}) {
            await(list).atMost(SOON).until(() -> !visitor.get(list).body().contains(slug));
        }

        assertThat(editor.delete(takeDown()).statusCode()).isEqualTo(200);

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode card = visitor.json("/api/v1/tools/" + slug);
            assertThat(card.at("/panel/verdict").asString()).isEqualTo("ship");
            assertThat(card.at("/community/ships").asInt()).isEqualTo(1);
            assertThat(status("/api/v1/tools/" + slug + "/tally")).isEqualTo(200);
        });
        assertThat(visitor.get("/tool/" + slug).body()).contains(name);
        assertThat(editor.json(takeDown()).at("/history/1/reason").asString()).isEqualTo(REASON);
    }
}
