package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class LeaderboardIT extends RunningService {

    private static final AtomicInteger YEARS = new AtomicInteger(2030);
    private static final AtomicInteger TRENDING = new AtomicInteger(100);

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    private Api.Added tool(String kind) {
        return api.added(Draft.fresh().with("name", kind + " " + word));
    }

    private ObjectNode row(String sample, int place, Api.Added tool) {
        JsonNode board = json.readTree(others.value(OtherServices.BOARDS, sample, _ -> {}));
        return board.get("rows")
                .get(0)
                .deepCopy()
                .asObject()
                .put("place", place)
                .put("toolId", tool.toolId());
    }

    private void applied(RecordMetadata record) {
        others.awaitApplied("catalog-leaderboards", record);
    }

    private RecordMetadata week(String key, long version, String state, List<ObjectNode> rows) {
        return others.board("week-closed.json", board -> {
            board.put("boardKey", "week:" + key)
                    .put("windowKey", key)
                    .put("version", version)
                    .put("state", state)
                    .put("windowFrom", key.substring(0, 4) + "-01-07T00:00:00Z")
                    .put("ranked", rows.size());
            ArrayNode places = board.putArray("rows");
            rows.forEach(places::add);
        });
    }

    private RecordMetadata trending(List<ObjectNode> rows) {
        return others.board("trending.json", board -> {
            board.put("version", TRENDING.incrementAndGet()).put("ranked", rows.size());
            ArrayNode places = board.putArray("rows");
            rows.forEach(places::add);
        });
    }

    /// What a list holds, page by page.
    private List<JsonNode> all(String first, String field) {
        List<JsonNode> read = new ArrayList<>();
        String next = first;
        while (!next.isEmpty()) {
            Api.Answer page = api.get(next);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.body().get(field).forEach(read::add);
            String link = page.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf(">; rel=\"next\""));
        }
        return read;
    }

    /// The first two letters of each card, in the order of what is trending.
    private List<String> trendingNames(int limit) {
        return all("/api/v1/tools?sort=trending&limit=" + limit + "&q=" + word, "tools").stream()
                .map(card -> card.get("name").asString().substring(0, 2))
                .toList();
    }

    private static String newKey() {
        return YEARS.incrementAndGet() + "-W02";
    }

    @Test
    void aBoardShowsItsToolsByTheNamesTheyHaveNow() {
        Api.Added first = tool("First");
        Api.Added second = tool("Second");
        String key = newKey();
        applied(week(key, 4, "closed", List.of(row("week-closed.json", 1, first), row("week-closed.json", 2, second))));

        Api.Answer board = api.get("/api/v1/leaderboards/week/" + key);
        assertThat(board.status()).as(board.text()).isEqualTo(200);
        assertThat(board.at("/rows/0/slug")).isEqualTo(first.slug());
        assertThat(board.at("/rows/1/name")).isEqualTo("Second " + word);
        assertThat(board.body().at("/rows/0/pct").asInt()).isEqualTo(60);
        assertThat(board.body().at("/rows/0/wilsonLow").asDouble()).isEqualTo(0.5693);
        assertThat(board.body().at("/rows/0/robustness").asInt()).isEqualTo(21);
        assertThat(board.at("/state")).isEqualTo("closed");
        assertThat(board.at("/asOf")).endsWith("Z");
        assertThat(board.text()).doesNotContain("\"card\"");
        assertThat(api.get("/api/v1/leaderboards/week/" + key, "If-None-Match", board.header("ETag"))
                        .status())
                .isEqualTo(304);
        Api.Answer page = api.get("/leaderboard/week/" + key, "Accept", "text/html");
        assertThat(page.text()).contains("First " + word, "Second " + word, ">21 votes</span>");
    }

    @Test
    void aToolThatWasTakenDownIsOnNoBoard() {
        Api.Added first = tool("First");
        Api.Added second = tool("Second");
        String key = newKey();
        applied(week(key, 4, "closed", List.of(row("week-closed.json", 1, first), row("week-closed.json", 2, second))));
        api.write("PUT", Api.path(first.slug()) + "/take-down", "{\"reason\": \"A sample reason\"}");

        await().untilAsserted(() -> {
            Api.Answer board = api.get("/api/v1/leaderboards/week/" + key);
            assertThat(board.body().get("rows")).hasSize(1);
            assertThat(board.at("/rows/0/slug")).isEqualTo(second.slug());
            assertThat(board.body().at("/rows/0/place").asInt()).isEqualTo(2);
        });
    }

    @Test
    void anOlderStateChangesNothing() {
        Api.Added tool = tool("Kept");
        String key = newKey();
        applied(week(key, 9, "closed", List.of(row("week-closed.json", 1, tool))));
        applied(week(key, 8, "open", List.of()));

        assertThat(api.get("/api/v1/leaderboards/week/" + key).at("/state")).isEqualTo("closed");
        applied(week(key, 10, "reopened", List.of()));
        assertThat(api.get("/api/v1/leaderboards/week/" + key).at("/state")).isEqualTo("reopened");
    }

    @Test
    void aLongBoardComesInPages() {
        Api.Added tool = tool("Many");
        String key = newKey();
        List<ObjectNode> rows = new ArrayList<>();
        for (int place = 1; place <= 5; place++) {
            rows.add(row("week-closed.json", place, tool));
        }
        applied(week(key, 1, "closed", rows));

        List<Integer> places = all("/api/v1/leaderboards/week/" + key + "?limit=2", "rows").stream()
                .map(row -> row.get("place").asInt())
                .toList();
        assertThat(places).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void boardsAreListedLatestFirstAndOnce() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String key = newKey();
            made.addFirst(key);
            applied(week(key, 1, "closed", List.of()));
        }

        List<String> listed = all("/api/v1/leaderboards?period=week&limit=2", "leaderboards").stream()
                .map(board -> board.get("key").asString())
                .toList();
        assertThat(listed).doesNotHaveDuplicates().containsSubsequence(made);
        assertThat(api.get("/api/v1/leaderboards/week").at("/key")).isEqualTo(listed.getFirst());
        assertThat(api.get("/api/v1/leaderboards/week/current").at("/key")).isEqualTo(listed.getFirst());
    }

    /// On the board: by its places. Not on it, and so all tied: by interval, then newest, then slug.
    @Test
    void trendingCardsStandAsOnTheBoardAndThenByTheTies() {
        List<Api.Added> tools = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            tools.add(tool("T" + i));
        }
        others.awaitApplied("catalog-card-tallies", others.tally(tools.get(2).toolId(), 1, 9, 1));
        applied(trending(List.of(row("trending.json", 1, tools.get(3)), row("trending.json", 2, tools.get(1)))));

        for (int limit : new int[] {1, 2, 3, 100}) {
            assertThat(trendingNames(limit))
                    .as("limit %d", limit)
                    .containsExactly("T3", "T1", "T2", "T6", "T5", "T4", "T0");
        }
        // Whoever leaves the board leaves its place.
        applied(trending(List.of(row("trending.json", 1, tools.get(1)))));
        assertThat(trendingNames(3)).startsWith("T1", "T2", "T6");
        assertThat(api.get("/api/v1/leaderboards/trending").at("/key")).isEqualTo("trending");
        assertThat(api.get("/api/v1/leaderboards/trending/trending").status()).isEqualTo(200);
        assertThat(api.get("/leaderboard/trending", "Accept", "text/html").text())
                .contains("T1 " + word);
    }

    @Test
    void cardsAddedInTheSameInstantAreOrderedBySlug() {
        List<Api.Added> tools = List.of(tool("Ca"), tool("Cb"), tool("Cc"));
        applied(trending(List.of()));
        jdbc.sql("UPDATE tool_card SET created_s = 1000 WHERE tool_id = ANY (:ids::uuid[])")
                .param(
                        "ids",
                        "{"
                                + String.join(
                                        ",",
                                        tools.stream().map(Api.Added::toolId).toList()) + "}")
                .update();
        List<String> slugs = all("/api/v1/tools?sort=trending&limit=1&q=" + word, "tools").stream()
                .map(card -> card.get("slug").asString())
                .toList();
        assertThat(slugs).isSorted().hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/leaderboards/week/2001-W01, 404, /leaderboard-not-found",
        "/api/v1/leaderboards/year/2026, 404, /leaderboard-not-found",
        "/api/v1/leaderboards/year, 404, /leaderboard-not-found",
        "/api/v1/leaderboards?period=year, 400, /invalid-input",
        "/api/v1/leaderboards?cursor=%20, 400, /invalid-input",
        "/api/v1/leaderboards?limit=101, 400, /invalid-input",
        "/api/v1/leaderboards/week/2001-W01?limit=0, 400, /invalid-input",
        "/api/v1/leaderboards/week/2001-W01?cursor=YWJj, 400, /invalid-input"
    })
    void whatIsNotThereOrCannotBeReadSaysSo(String path, int status, String type) {
        Api.Answer answer = api.get(path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.at("/type")).endsWith(type);
    }
}
