package dev.toolverdicts.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service's HTTP interface as a client sees it.
record Api(int port, JsonMapper json) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

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

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer put(String path, String token, String body, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(body), with(headers, token, "application/json"));
    }

    Answer review(String slug, String critic, String token, String verdict, int score, String... headers) {
        return put(reviewPath(slug, critic), token, review(verdict, score), headers);
    }

    Answer delete(String path, String token, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), with(headers, token, "application/json"));
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

    static String reviewsPath(String slug) {
        return "/api/v1/tools/" + slug + "/reviews";
    }

    static String reviewPath(String slug, String critic) {
        return reviewsPath(slug) + "/" + critic;
    }

    static String review(String verdict, int score) {
        return """
                {"verdict": "%s", "score": %d, "body": "Sample take.", "handsOn": true, "authorKind": "ai_persona"}
                """.formatted(verdict, score);
    }

    /// A review that discloses everything there is to disclose.
    static String disclosed(String verdict, int score, String body, String reason) {
        return """
                {"verdict": "%s", "score": %d, "body": "%s", "handsOn": true, "authorKind": "ai_drafted",
                 "model": "sample-model-1", "promptVersion": "7", "reason": "%s",
                 "citations": [{"id": 1, "url": "https://example.org/notes", "title": "Sample notes"}]}
                """.formatted(verdict, score, body, reason);
    }

    private static String[] with(String[] headers, String token, String contentType) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", token, "Content-Type", contentType));
        return all.toArray(String[]::new);
    }
}
