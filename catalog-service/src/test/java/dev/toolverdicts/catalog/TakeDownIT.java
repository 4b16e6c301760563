package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A tool is taken down: nobody sees it any more, and nothing of it is lost.
class TakeDownIT extends RunningService {

    private static final String REASON = "{\"reason\": \"Its maker asked for it\"}";

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    private Api.Answer takeDown(Api.Added tool, String... headers) {
        return api.write("PUT", Api.path(tool.slug()) + "/take-down", REASON, headers);
    }

    private Api.Answer bringBack(Api.Added tool) {
        return api.send(
                "DELETE",
                Api.path(tool.slug()) + "/take-down",
                BodyPublishers.noBody(),
                "Authorization",
                TestTokens.bearer("editor"));
    }

    private Api.Answer page(String path) {
        return api.get(path, "Accept", "text/html");
    }

    private void awaitGone(Api.Added tool) {
        await().untilAsserted(() ->
                assertThat(api.get(Api.path(tool.slug())).status()).isEqualTo(410));
    }

    private void awaitBack(Api.Added tool) {
        await().untilAsserted(() ->
                assertThat(api.get(Api.path(tool.slug())).status()).isEqualTo(200));
    }

    @Test
    void nobodySeesItAndEverybodyMayReadWhy() {
        Api.Added tool = api.added(Draft.named("Gone " + word).with("tags", json.readTree("[\"" + word + "\"]")));
        Api.Added other = api.added(Draft.named("Stays " + word).with("tags", json.readTree("[\"" + word + "\"]")));
        others.awaitApplied("catalog-card-panels", others.unanimousPanel(tool.toolId(), 5));

        Api.Answer down = takeDown(tool);
        assertThat(down.status()).as(down.text()).isEqualTo(200);
        assertThat(down.at("/takenDown/reason")).isEqualTo("Its maker asked for it");
        assertThat(down.header("ETag")).isEqualTo("\"2\"");
        awaitGone(tool);

        Api.Answer problem = api.get(Api.path(tool.slug()));
        assertThat(problem.at("/type")).endsWith("/tool-taken-down");
        assertThat(problem.at("/reason")).isEqualTo("Its maker asked for it");
        assertThat(problem.at("/since")).endsWith("Z");
        assertThat(api.get(Api.path(tool.slug()) + "/alternatives").status()).isEqualTo(410);
        assertThat(api.get(Api.path(tool.slug()) + "/assignment").status()).isEqualTo(410);
        Api.Answer page = page("/tool/" + tool.slug());
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text())
                .contains("This tool was taken down", "Its maker asked for it.", "noindex")
                .doesNotContain("Gone " + word);
        assertThat(page("/tool/" + tool.slug() + "/alternatives").status()).isEqualTo(410);

        String pair = tool.slug() + "-vs-" + other.slug();
        assertThat(page("/compare/" + pair).status()).isEqualTo(410);
        Api.Answer file = page("/compare/" + pair + ".md");
        assertThat(file.status()).isEqualTo(410);
        assertThat(file.at("/type")).endsWith("/tool-taken-down");
        assertThat(api.get("/api/v1/comparisons/" + pair).status()).isEqualTo(404);
        for (String list : new String[] {
            "/api/v1/tools?q=" + word,
            "/api/v1/search?q=" + word,
            Api.path(other.slug()) + "/alternatives",
            "/api/v1/tools?category=developer-tools&limit=100"
        }) {
            assertThat(api.get(list).text()).as(list).doesNotContain(tool.slug());
        }
        assertThat(page("/search?q=" + word).text()).contains(other.slug()).doesNotContain(tool.slug());
        assertThat(page("/reviewer/builder").text()).doesNotContain(tool.slug());
        assertThat(page("/").text()).doesNotContain(tool.slug());
    }

    @Test
    void itComesBackWithItsHistory() {
        Api.Added tool = api.added(Draft.named("Back " + word));
        String renamed =
                Draft.named("Back " + word).with("slug", "renamed-" + word).json();
        assertThat(api.put(tool.slug(), tool.etag(), renamed).status()).isEqualTo(200);
        Api.Added now = new Api.Added(tool.toolId(), "renamed-" + word, "\"2\"");
        others.awaitApplied("catalog-card-panels", others.mixedPanel(tool.toolId(), 5));
        others.awaitApplied("catalog-card-tallies", others.tally(tool.toolId(), 9, 3, 1));
        awaitBack(now);
        String before = api.get(Api.path(now.slug())).body().at("/panel").toString();
        takeDown(now);
        awaitGone(now);
        assertThat(page("/tool/" + tool.slug()).status())
                .as("its former address")
                .isEqualTo(410);
        others.awaitApplied("catalog-card-tallies", others.tally(tool.toolId(), 10, 4, 1));

        assertThat(bringBack(now).status()).isEqualTo(200);
        awaitBack(now);

        Api.Answer card = api.get(Api.path(now.slug()));
        assertThat(card.header("ETag")).isEqualTo("\"4.5.10\"");
        assertThat(card.body().at("/panel").toString()).isEqualTo(before);
        assertThat(card.body().at("/community/ships").asInt()).isEqualTo(4);
        assertThat(card.text()).doesNotContain("takenDown");
        assertThat(page("/tool/" + tool.slug()).status()).isEqualTo(301);
        assertThat(api.get("/api/v1/search?q=" + word).at("/tools/0/slug")).isEqualTo(now.slug());
        Api.Answer history = api.getAsEditor(Api.path(now.slug()) + "/take-down");
        assertThat(history.body().at("/takenDown").isNull()).isTrue();
        assertThat(history.at("/history/0/act")).isEqualTo("brought_back");
        assertThat(history.at("/history/1/act")).isEqualTo("taken_down");
        assertThat(history.at("/history/1/reason")).isEqualTo("Its maker asked for it");
        assertThat(history.at("/history/1/actor")).isNotBlank();
    }

    @Test
    void theSameAgainChangesNothing() {
        Api.Added tool = api.added(Draft.fresh());

        assertThat(bringBack(tool).at("/version")).isEqualTo("1");
        takeDown(tool);
        assertThat(takeDown(tool).at("/version")).isEqualTo("2");
        bringBack(tool);
        assertThat(bringBack(tool).at("/version")).isEqualTo("3");
    }

    @Test
    void whatAnEditorHasNotSeenIsTakenDownUnlessTheySaySo() {
        Api.Added tool = api.added(Draft.fresh());

        assertThat(takeDown(tool, "If-Match", "\"7\"").status()).isEqualTo(412);
        assertThat(takeDown(tool, "If-Match", tool.etag()).status()).isEqualTo(200);
        String better = Draft.named("Better " + word).json();
        Api.Answer changed = api.put(tool.slug(), "\"2\"", better);
        assertThat(changed.status()).as("it can be mended meanwhile").isEqualTo(200);
        assertThat(changed.at("/takenDown/reason")).isNotBlank();
        awaitGone(tool);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \" \"}", "{\"reason\": 7}", "{\"reason\": \"a\\u0000b\"}", "[]"})
    void aReasonIsNeeded(String body) {
        Api.Added tool = api.added(Draft.fresh());

        Api.Answer answer = api.write("PUT", Api.path(tool.slug()) + "/take-down", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/type")).endsWith("/invalid-input");
    }

    @Test
    void onlyEditorsDecide() {
        Api.Added tool = api.added(Draft.fresh());
        String path = Api.path(tool.slug()) + "/take-down";

        assertThat(api.get(path).status()).isEqualTo(401);
        assertThat(api.send(
                                "PUT",
                                path,
                                BodyPublishers.ofString(REASON),
                                "Content-Type",
                                "application/json",
                                "Authorization",
                                TestTokens.bearer("critic"))
                        .status())
                .isEqualTo(403);
        assertThat(api.write("PUT", Api.path("no-such-tool") + "/take-down", REASON)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void cardsThatAreBuiltAnewAreTheSame() {
        Api.Added tool = api.added(Draft.named("Built " + word));
        takeDown(tool);
        awaitGone(tool);
        String before = row(tool);

        new Rebuilding(api, "cards").run();

        assertThat(row(tool)).isEqualTo(before);
        assertThat(api.get(Api.path(tool.slug())).status()).isEqualTo(410);
        assertThat(api.get("/api/v1/search?q=" + word).at("/match")).isEqualTo("none");
    }

    /// The card, and whether it can be found.
    private String row(Api.Added tool) {
        return jdbc.sql("""
                        SELECT card::text || coalesce(found.words, ' not found') FROM tool_card card
                        LEFT JOIN tool_search found USING (tool_id) WHERE card.tool_id = :id::uuid
                        """).param("id", tool.toolId()).query(String.class).single();
    }
}
