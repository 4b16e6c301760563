package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service's HTTP interface as a client sees it.
record Api(int port, JsonMapper json) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String EDITOR = TestTokens.bearer("editor");

    record Answer(HttpResponse<String> response, JsonMapper json) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return response.body();
        }

        JsonNode body() {
            return json.readTree(response.body());
        }

        String at(String pointer) {
            return body().at(pointer).asString();
        }
    }

    static String path(String slug) {
        return "/api/v1/tools/" + slug;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer getAsEditor(String path) {
        return get(path, "Authorization", EDITOR);
    }

    Answer post(String body, String... headers) {
        return write("POST", "/api/v1/tools", body, headers);
    }

    Answer put(String slug, String ifMatch, String body) {
        return write("PUT", path(slug), body, "If-Match", ifMatch);
    }

    Answer write(String method, String path, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", EDITOR, "Content-Type", "application/json"));
        return send(method, path, BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A new tool whose card is there.
    Added added(Draft draft) {
        Answer answer = post(draft.json());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        Added added = new Added(answer.at("/toolId"), answer.at("/slug"), answer.header("ETag"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> get(path(added.slug())).status() == 200);
        return added;
    }

    record Added(String toolId, String slug, String etag) {}
}
