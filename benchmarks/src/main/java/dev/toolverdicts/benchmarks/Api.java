package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One server of the system, asked politely: for what happens before, beside and after the load.
final class Api {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    Api(int port) {
        base = "http://127.0.0.1:" + port;
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        return send(BodyHandlers.ofString(), method, path, body, headers);
    }

    /// As browsers ask for a page, and the bytes as they come.
    HttpResponse<byte[]> packed(String path) {
        return send(BodyHandlers.ofByteArray(), "GET", path, "", "Accept", "text/html", "Accept-Encoding", "gzip");
    }

    private <T> HttpResponse<T> send(
            HttpResponse.BodyHandler<T> taking, String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), taking);
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + base + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(String path, String... headers) {
        HttpResponse<String> answer = send("GET", path, "", headers);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(base + path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    boolean isReady() {
        try {
            return send("GET", "/actuator/health/readiness", "").statusCode() == 200;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    /// What its consumers have not applied yet.
    long lag(String operator) {
        JsonNode lag = json("/actuator/metrics/messaging.lag", "Authorization", "Bearer " + operator);
        return lag.path("measurements").path(0).path("value").asLong();
    }

    /// Makes tools through the public API.
    List<String> announce(String editor, String name, int count) {
        var slugs = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            HttpResponse<String> made = send(
                    "POST",
                    "/api/v1/tools",
                    """
                    {"name": "%s %d", "tagline": "Made to be voted on", "summary": "A benchmark votes on it.",
                     "category": "developer-tools", "tags": [], "websiteUrl": null,
                     "pricing": {"text": "Free", "model": "free", "entryAmount": 0, "currency": "USD", "period": null,
                                 "capturedAt": "2026-11-01T00:00:00Z"},
                     "license": {"spdx": "MIT", "class": "osi_open"}, "bestFor": null, "notFor": null}
                    """.formatted(name, i),
                    "Authorization",
                    "Bearer " + editor,
                    "Content-Type",
                    "application/json");
            if (made.statusCode() != 201) {
                throw new IllegalStateException("no tool: " + made.statusCode() + " " + made.body());
            }
            slugs.add(JsonMapper.shared().readTree(made.body()).path("slug").asString());
        }
        return slugs;
    }
}
