package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.vote.Catalog.Tool;
import dev.toolverdicts.vote.dataset.VoteDataset;
import dev.toolverdicts.vote.ranking.Wilson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the dataset tells of votes, and that its board can be computed again from them.
class DatasetIT extends WholeService {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NIGHT = Instant.parse("2026-01-02T02:00:00Z");
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Autowired
    VoteDataset dataset;

    private LocalDate day;

    @BeforeEach
    void ownDay() {
        day = LocalDate.parse("2020-01-01").plusYears(DAYS.getAndIncrement());
    }

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM kept_day WHERE day < '2026-01-01'").update();
    }

    private Tool known() {
        Tool tool = catalog.announce();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(new Visitor(port)
                                .get("/api/v1/tools/" + tool.slug() + "/tally")
                                .statusCode())
                        .isEqualTo(200));
        return tool;
    }

    private void cast(Visitor visitor, Tool tool, String choice) {
        String receipt = receipt(visitor.cast(tool.slug(), choice));
        assertThat(visitor.own(tool.slug(), receipt).get("counted").asBoolean()).isTrue();
    }

    private HttpResponse<byte[]> download(String path, String... headers) {
        try {
            HttpRequest.Builder request = new Visitor(port).to(path);
            if (headers.length > 0) {
                request.headers(headers);
            }
            return Visitor.HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(LocalDate of, String file) throws IOException {
        HttpResponse<byte[]> answer = download("/dataset/" + of + "/votes/" + file);
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private List<JsonNode> rows(LocalDate of, String name) throws IOException {
        return text(of, name + ".ndjson.gz").lines().map(JSON::readTree).toList();
    }

    private void make() {
        assertThat(dataset.make(day, NIGHT)).isTrue();
    }

    @Test
    void theBoardIsWhatTheVotesBesideItGive() throws IOException {
        Tool liked = known();
        Tool mixed = known();
        Tool gone = known();
        Tool down = known();
        for (int i = 0; i < 7; i++) {
            var visitor = new Visitor(port);
            cast(visitor, liked, "ship");
            cast(visitor, mixed, i < 4 ? "ship" : "skip");
            cast(visitor, gone, "ship");
            cast(visitor, down, "ship");
        }
        catalog.discontinue(gone);
        catalog.takeDown(down);
        await().atMost(SOON)
                .until(() -> new Visitor(port)
                                .get("/api/v1/tools/" + down.slug() + "/tally")
                                .statusCode()
                        == 410);
        await().atMost(SOON).untilAsserted(() -> {
            day = day.plusDays(1);
            make();
            assertThat(places(gone)).containsExactly(true);
        });

        List<JsonNode> votes = rows(day, "votes");
        List<JsonNode> board = rows(day, "leaderboard");
        Map<String, List<JsonNode>> byTool = votes.stream()
                .collect(Collectors.groupingBy(vote -> vote.get("tool").asString()));
        assertThat(board.stream().map(row -> row.get("tool").asString()))
                .containsExactlyInAnyOrderElementsOf(byTool.keySet())
                .contains(liked.slug(), mixed.slug(), gone.slug())
                .doesNotContain(down.slug());
        var again = new ArrayList<JsonNode>();
        for (JsonNode row : board) {
            List<JsonNode> its = byTool.get(row.get("tool").asString());
            long ships = its.stream()
                    .filter(vote -> vote.get("choice").asString().equals("ship"))
                    .count();
            Wilson interval = Wilson.of(ships, its.size(), 1.96);
            assertThat(row.get("ships").longValue()).isEqualTo(ships);
            assertThat(row.get("skips").longValue()).isEqualTo(its.size() - ships);
            assertThat(row.get("pct").longValue()).isEqualTo(Math.round(100.0 * ships / its.size()));
            assertThat(row.get("wilsonLow").doubleValue()).isEqualTo(interval.low());
            assertThat(row.get("wilsonHigh").doubleValue()).isEqualTo(interval.high());
            if (!row.get("place").isNull()) {
                again.add(row);
            }
        }
        again.sort(Comparator.comparingDouble(
                        (JsonNode row) -> row.get("wilsonLow").doubleValue())
                .thenComparingLong(
                        row -> row.get("ships").longValue() + row.get("skips").longValue())
                .thenComparing(row -> Instant.parse(row.get("toolCreatedAt").asString()))
                .reversed()
                .thenComparing(row -> row.get("tool").asString()));
        assertThat(again.stream().map(row -> row.get("place").intValue()))
                .as("the same order, without a gap")
                .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, again.size())
                        .boxed()
                        .toList());
    }

    /// Whether a tool that is on the board has no place there.
    private List<Boolean> places(Tool tool) throws IOException {
        return rows(day, "leaderboard").stream()
                .filter(row -> row.get("tool").asString().equals(tool.slug()))
                .map(row -> row.get("place").isNull())
                .toList();
    }

    @Test
    void votersHaveAnotherNameInEachDatasetAndNoneOfTheirOwn() throws IOException {
        Tool tool = known();
        Tool other = known();
        var ids = new HashSet<String>();
        for (int i = 0; i < 6; i++) {
            var visitor = new Visitor(port);
            cast(visitor, tool, "ship");
            cast(visitor, other, "skip");
            ids.add(json(visitor.get("/api/v1/my-votes/export")).get("voterId").asString());
        }
        make();
        LocalDate first = day;
        day = first.plusDays(1);
        make();

        Set<String> names = names(first, tool);
        assertThat(names).hasSize(6).isEqualTo(names(first, other));
        assertThat(names(day, tool)).hasSize(6).doesNotContainAnyElementsOf(names);
        String everything = text(first, "votes.ndjson.gz");
        assertThat(ids)
                .hasSize(6)
                .allSatisfy(id -> assertThat(everything).doesNotContain(id).doesNotContain(id.replace("-", "")));
        assertThat(rows(first, "votes").getFirst().propertyNames())
                .containsExactly("tool", "toolId", "voter", "choice", "day");
        String today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).toString();
        assertThat(rows(first, "votes").stream()
                        .filter(vote -> vote.get("tool").asString().equals(tool.slug()))
                        .map(vote -> vote.get("day").asString()))
                .as("days, no times")
                .allMatch(day -> day.compareTo(today) <= 0 && day.length() == 10);
    }

    private Set<String> names(LocalDate of, Tool tool) throws IOException {
        return rows(of, "votes").stream()
                .filter(vote -> vote.get("tool").asString().equals(tool.slug()))
                .map(vote -> vote.get("voter").asString())
                .collect(Collectors.toSet());
    }

    @Test
    void whereFewVotedNobodyHasANameOrADay() throws IOException {
        Tool small = known();
        Tool spread = known();
        for (int i = 0; i < 4; i++) {
            cast(new Visitor(port), small, i % 2 == 0 ? "ship" : "skip");
        }
        for (int i = 0; i < 6; i++) {
            cast(new Visitor(port), spread, "ship");
        }
        jdbc.sql("""
                        UPDATE votes SET cast_at = cast_at - interval '9600 hours' WHERE tool_id = :tool AND voter_id IN (
                            SELECT voter_id FROM votes WHERE tool_id = :tool LIMIT 1)
                        """).param("tool", spread.id()).update();
        make();

        List<JsonNode> votes = rows(day, "votes");
        assertThat(votes.stream().filter(vote -> vote.get("tool").asString().equals(small.slug())))
                .hasSize(4)
                .allMatch(vote -> vote.get("voter").isNull() && vote.get("day").isNull())
                .as("an order by names that are not told would lead to those that are, beside other tools")
                .extracting(vote -> vote.get("choice").asString())
                .containsExactly("ship", "ship", "skip", "skip");
        List<JsonNode> spreads = votes.stream()
                .filter(vote -> vote.get("tool").asString().equals(spread.slug()))
                .toList();
        assertThat(spreads).hasSize(6).allMatch(vote -> vote.get("voter").isString());
        assertThat(spreads.stream().filter(vote -> vote.get("day").isNull())).hasSize(1);
        // As the log has it: other tests have votes built anew and find no row that differs.
        jdbc.sql("""
                        UPDATE votes SET cast_at = cast_at + interval '9600 hours'
                        WHERE tool_id = :tool AND cast_at < now() - interval '300 days'
                        """).param("tool", spread.id()).update();
    }

    @Test
    void aFileIsWhatItsSumSaysAndMayBeKept() throws Exception {
        cast(new Visitor(port), known(), "ship");
        make();

        JsonNode days = JSON.readTree(download("/dataset/votes").body()).get("days");
        JsonNode own = days.valueStream()
                .filter(each -> each.get("day").asString().equals(day.toString()))
                .findFirst()
                .orElseThrow();
        String sums =
                new String(download("/dataset/" + day + "/votes/SHA256SUMS").body(), UTF_8);
        assertThat(own.get("files").valueStream().map(file -> file.get("name").asString()))
                .containsExactly("leaderboard.csv.gz", "leaderboard.ndjson.gz", "votes.csv.gz", "votes.ndjson.gz");
        for (JsonNode file : own.get("files")) {
            String path = "/dataset/" + day + "/votes/" + file.get("name").asString();
            HttpResponse<byte[]> answer = download(path);
            String sum = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(answer.body()));
            assertThat(file.get("sha256").asString()).isEqualTo(sum);
            assertThat(sums).contains(sum + "  " + file.get("name").asString() + "\n");
            assertThat(answer.headers().firstValue("ETag")).contains('"' + sum + '"');
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("max-age=86400", "public", "immutable");
            assertThat(answer.headers().firstValue("Content-Length"))
                    .contains(Long.toString(file.get("bytes").longValue()));
            assertThat(download(path, "If-None-Match", '"' + sum + '"').statusCode())
                    .isEqualTo(304);
        }
        assertThat(text(day, "votes.csv.gz")).startsWith("\"tool\",\"toolId\",\"voter\",\"choice\",\"day\"\r\n");
        assertThat(text(day, "votes.csv.gz").lines().count() - 1)
                .isEqualTo(rows(day, "votes").size());
    }

    @Test
    void aDayIsMadeOnceAndOldOnesGo() {
        make();
        assertThat(dataset.make(day, NIGHT)).isFalse();
        LocalDate first = day;

        assertThat(dataset.make(first.plusDays(29), NIGHT)).isTrue();
        assertThat(download("/dataset/" + first + "/votes/SHA256SUMS").statusCode())
                .isEqualTo(200);
        assertThat(dataset.make(first.plusDays(30), NIGHT)).isTrue();
        assertThat(download("/dataset/" + first + "/votes/SHA256SUMS").statusCode())
                .isEqualTo(404);
        assertThat(jdbc.sql("SELECT count(*) FROM kept_chunk WHERE day = :day")
                        .param("day", first)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /// `Catalog` takes tools down at ten.
    @Test
    void aDayThatTellsOfATakenDownToolIsNotThere() {
        Tool down = known();
        catalog.takeDown(down);
        await().atMost(SOON)
                .until(() -> new Visitor(port)
                                .get("/api/v1/tools/" + down.slug() + "/tally")
                                .statusCode()
                        == 410);
        LocalDate after = day.plusDays(1);
        assertThat(dataset.make(day, Instant.parse("2026-11-29T09:00:00Z"))).isTrue();
        assertThat(dataset.make(after, Instant.parse("2026-11-29T11:00:00Z"))).isTrue();

        assertThat(download("/dataset/" + day + "/votes/SHA256SUMS").statusCode())
                .isEqualTo(404);
        assertThat(download("/dataset/" + day + "/votes/votes.csv.gz").statusCode())
                .isEqualTo(404);
        assertThat(download("/dataset/" + after + "/votes/votes.csv.gz").statusCode())
                .isEqualTo(200);
        assertThat(new String(download("/dataset/votes").body(), UTF_8))
                .contains("\"" + after + "\"")
                .doesNotContain("\"" + day + "\"");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        make();
        for (String path : List.of(
                "/dataset/" + day + "/votes/other.ndjson.gz",
                "/dataset/1999-01-01/votes/votes.csv.gz",
                "/dataset/yesterday/votes/votes.csv.gz")) {
            assertThat(download(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
