package dev.toolverdicts.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Loads the samples as an editor would, through the front door. Whatever is there already is left as it is, so a load
/// that was interrupted goes on where it was, and nobody's edit is undone.
final class SampleData {

    private static final int TRIES = 30;
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(15);

    private final String url;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    SampleData(String url, String editorToken) {
        this.url = url;
        this.token = editorToken;
    }

    /// Returns when the pages show what was loaded, or soon after.
    void load(Consumer<String> say) throws IOException, InterruptedException {
        JsonNode samples = samples();
        int reviews = 0;
        for (JsonNode sample : samples) {
            add((ObjectNode) sample.deepCopy());
            reviews += sample.path("reviews").size();
        }
        awaitCards(samples);
        say.accept("sample data         %d tools, %d reviews".formatted(samples.size(), reviews));
    }

    static JsonNode samples() throws IOException {
        try (InputStream in = SampleData.class.getResourceAsStream("/sample/tools.json")) {
            return Json.MAPPER.readTree(Objects.requireNonNull(in));
        }
    }

    private void add(ObjectNode tool) throws IOException, InterruptedException {
        JsonNode reviews = tool.remove("reviews");
        String address = "/api/v1/tools/" + tool.path("slug").asString();
        // 422 and 409: it is there, perhaps from an older version of this file.
        send(
                request("/api/v1/tools")
                        .header("Idempotency-Key", "sample:" + tool.path("slug").asString())
                        .POST(body(tool)),
                201,
                409,
                422);
        for (JsonNode each : reviews) {
            var review = (ObjectNode) each;
            String critic = review.remove("critic").asString();
            // 412: it is there.
            send(
                    request(address + "/reviews/" + critic)
                            .header("If-None-Match", "*")
                            .PUT(body(review)),
                    201,
                    412);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher body(JsonNode content) {
        return BodyPublishers.ofString(content.toString());
    }

    /// A service that has just started may not know the others' news yet.
    private void send(HttpRequest.Builder builder, int... expected) throws InterruptedException {
        HttpRequest request = builder.build();
        String last = "nothing";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                if (Arrays.stream(expected).anyMatch(status -> status == answer.statusCode())) {
                    return;
                }
                last = answer.statusCode() + " " + answer.body();
                if (answer.statusCode() == 400) {
                    break;
                }
            } catch (IOException e) {
                last = e.toString();
            }
            Thread.sleep(Duration.ofMillis(500));
        }
        throw new Refused("the sample data cannot be loaded, %s %s answers %s; the next start goes on with it"
                .formatted(request.method(), request.uri().getPath(), last));
    }

    private void awaitCards(JsonNode samples) throws InterruptedException {
        long deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        for (JsonNode sample : samples) {
            while (!shows(sample) && System.nanoTime() < deadline) {
                Thread.sleep(Duration.ofMillis(100));
            }
        }
    }

    private boolean shows(JsonNode sample) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(
                                    url + "/api/v1/tools/" + sample.path("slug").asString()))
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return false;
            }
            JsonNode panel = Json.MAPPER.readTree(answer.body()).path("panel");
            return panel.path("ships").asInt(0) + panel.path("skips").asInt(0)
                    >= sample.path("reviews").size();
        } catch (IOException e) {
            return false;
        }
    }
}
