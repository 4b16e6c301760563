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
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Loads the samples as an editor would, through the front door. Everything it does may be done again: a load that was
/// interrupted goes on where it was.
final class SampleData {

    private static final int TRIES = 40;

    private final String url;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    SampleData(String url, Identity identity) {
        this.url = url;
        this.token = identity.token("editor", null, "sample-data");
    }

    void load() throws IOException {
        int tools = 0;
        int reviews = 0;
        for (JsonNode sample : read("/sample/tools.json")) {
            var tool = (ObjectNode) sample.deepCopy();
            JsonNode takes = tool.remove("reviews");
            String slug = tool.path("slug").asString();
            send("POST", "/api/v1/tools", tool.toString(), "sample-" + slug, 201, 409);
            tools++;
            for (JsonNode take : takes) {
                var review = (ObjectNode) take.deepCopy();
                String critic = review.remove("critic").asString();
                send("PUT", "/api/v1/tools/" + slug + "/reviews/" + critic, review.toString(), "", 200, 201);
                reviews++;
            }
        }
        System.out.printf("  sample data          %d tools, %d reviews%n", tools, reviews);
    }

    private static JsonNode read(String resource) throws IOException {
        try (InputStream in = SampleData.class.getResourceAsStream(resource)) {
            return Json.MAPPER.readTree(in);
        }
    }

    /// A service that has just started may not know the others' news yet; a little patience is part of the API.
    private void send(String method, String path, String body, String key, int... expected) throws IOException {
        String last = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                var request = HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(Duration.ofSeconds(10))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
                if (!key.isEmpty()) {
                    request.header("Idempotency-Key", key);
                }
                HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
                for (int status : expected) {
                    if (answer.statusCode() == status) {
                        return;
                    }
                }
                last = answer.statusCode() + " " + answer.body();
                if (answer.statusCode() == 400) {
                    break;
                }
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refused("interrupted", e);
            } catch (IOException e) {
                last = e.toString();
            }
        }
        throw new Refused("sample data cannot be loaded: " + method + " " + path + " answers " + last);
    }
}
