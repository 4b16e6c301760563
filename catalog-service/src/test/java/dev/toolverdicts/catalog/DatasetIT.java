package dev.toolverdicts.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.dataset.CatalogDataset;
import dev.toolverdicts.catalog.dataset.ShownDayQueries;
import dev.toolverdicts.platform.keptfiles.KeptDay;
import dev.toolverdicts.platform.test.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What the dataset tells of tools and reviews.
class DatasetIT extends RunningService {

    private static final Instant NIGHT = Instant.parse("2026-01-02T02:00:00Z");
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Autowired
    private CatalogDataset dataset;

    @Autowired
    private ShownDayQueries days;

    private LocalDate day;

    @BeforeEach
    void ownDay() {
        day = LocalDate.parse("2020-01-01").plusYears(DAYS.getAndIncrement());
    }

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM kept_day WHERE day < '2026-01-01'").update();
    }

    private HttpResponse<byte[]> download(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private List<JsonNode> rows(String name) throws Exception {
        return text(name + ".ndjson.gz").lines().map(json::readTree).toList();
    }

    private String text(String file) throws Exception {
        HttpResponse<byte[]> answer = download("/dataset/" + day + "/catalog/" + file);
        assertThat(answer.statusCode()).isEqualTo(200);
        return unpacked(answer.body());
    }

    private static String unpacked(byte[] packed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static List<JsonNode> of(List<JsonNode> rows, Api.Added tool) {
        return rows.stream()
                .filter(row -> row.get("tool").asString().equals(tool.slug()))
                .toList();
    }

    @Test
    void everyToolItsFactsAndItsReviewsWithoutTheirWordsAreTold() throws Exception {
        Api.Added tool = api.added(Draft.fresh());
        Api.Added down = api.added(Draft.fresh());
        RecordMetadata panel = others.mixedPanel(tool.toolId(), 5);
        others.awaitApplied("catalog-card-panels", panel);
        api.write("PUT", Api.path(down.slug()) + "/take-down", "{\"reason\": \"A sample reason\"}");
        org.awaitility.Awaitility.await()
                .until(() -> api.get(Api.path(down.slug())).status() == 410);
        assertThat(dataset.make(day, NIGHT)).isTrue();

        JsonNode row = of(rows("tools"), tool).getFirst();
        JsonNode card = api.get(Api.path(tool.slug())).body();
        assertThat(row.get("name")).isEqualTo(card.get("name"));
        assertThat(row.get("panelVerdict")).isEqualTo(card.at("/panel/verdict"));
        assertThat(row.get("panelShips")).isEqualTo(card.at("/panel/ships"));
        assertThat(of(rows("tools"), down)).isEmpty();

        assertThat(of(rows("facts"), tool).stream().map(fact -> fact.get("kind").asString()))
                .containsExactly("price", "license", "bestFor", "notFor");
        assertThat(of(rows("facts"), tool).getFirst().get("value").asString()).isEqualTo("Free plan; Pro $20/mo");

        List<JsonNode> reviews = of(rows("reviews"), tool);
        assertThat(reviews).hasSize(4).allSatisfy(review -> {
            assertThat(review.get("verdict").asString()).isIn("ship", "skip");
            assertThat(review.has("body")).isFalse();
            assertThat(review.has("changeReason")).isFalse();
        });
        assertThat(text("tools.csv.gz")).startsWith("\"tool\",\"name\",").contains("\"" + tool.slug() + "\"");
    }

    @Test
    void aDayThatTellsOfATakenDownToolIsNotThereUntilTheToolIsBack() throws Exception {
        Api.Added tool = api.added(Draft.fresh());
        String tools = "/dataset/" + day + "/catalog/tools.csv.gz";
        LocalDate before = day.plusDays(1);
        dataset.make(before, NIGHT);
        dataset.make(day, Instant.now());
        assertThat(unpacked(download(tools).body())).contains(tool.slug());

        api.write("PUT", Api.path(tool.slug()) + "/take-down", "{\"reason\": \"A sample reason\"}");
        org.awaitility.Awaitility.await()
                .until(() -> api.get(Api.path(tool.slug())).status() == 410);
        assertThat(download(tools).statusCode()).isEqualTo(404);
        assertThat(download("/dataset/" + day + "/catalog/SHA256SUMS").statusCode())
                .isEqualTo(404);
        assertThat(days.days()).extracting(KeptDay::day).contains(before).doesNotContain(day);

        api.send(
                "DELETE",
                Api.path(tool.slug()) + "/take-down",
                BodyPublishers.noBody(),
                "Authorization",
                TestTokens.bearer("editor"));
        org.awaitility.Awaitility.await()
                .until(() -> api.get(Api.path(tool.slug())).status() == 200);
        assertThat(download(tools).statusCode()).isEqualTo(200);
        assertThat(days.days()).extracting(KeptDay::day).contains(day);
    }

    @Test
    void aFileIsWhatItsSumSaysAndMayBeKept() throws Exception {
        api.added(Draft.fresh());
        dataset.make(day, NIGHT);

        List<String> sums = new String(
                        download("/dataset/" + day + "/catalog/SHA256SUMS").body(), UTF_8)
                .lines()
                .toList();
        assertThat(sums).hasSize(6);
        for (String line : sums) {
            String[] words = line.split("  ", 2);
            String path = "/dataset/" + day + "/catalog/" + words[1];
            HttpResponse<byte[]> answer = download(path);
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(answer.body())))
                    .isEqualTo(words[0]);
            assertThat(answer.headers().firstValue("ETag")).contains('"' + words[0] + '"');
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("max-age=86400", "public", "immutable");
            assertThat(download(path, "If-None-Match", '"' + words[0] + '"').statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void aDayIsMadeOnceAndOldOnesGo() throws Exception {
        assertThat(dataset.make(day, NIGHT)).isTrue();
        assertThat(dataset.make(day, NIGHT)).isFalse();
        String sums = "/dataset/" + day + "/catalog/SHA256SUMS";

        assertThat(dataset.make(day.plusDays(29), NIGHT)).isTrue();
        assertThat(download(sums).statusCode()).isEqualTo(200);
        assertThat(dataset.make(day.plusDays(30), NIGHT)).isTrue();
        assertThat(download(sums).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        dataset.make(day, NIGHT);
        for (String path : List.of(
                "/dataset/" + day + "/catalog/other.csv.gz",
                "/dataset/1999-01-01/catalog/tools.csv.gz",
                "/dataset/yesterday/catalog/tools.csv.gz")) {
            HttpResponse<byte[]> answer = download(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(new String(answer.body(), UTF_8)).contains("/problems/not-found");
        }
    }
}
