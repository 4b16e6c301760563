package dev.toolverdicts.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser: keeps its cookies and knows how to vote.
final class Visitor {

    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final JsonMapper JSON = new JsonMapper();

    private final String base;
    final Map<String, String> cookies = new ConcurrentHashMap<>();

    Visitor(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /// The same browser at another copy of the service.
    Visitor at(int port) {
        var same = new Visitor(port);
        same.cookies.putAll(cookies);
        return same;
    }

    HttpRequest.Builder to(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.substring(0, setCookie.indexOf(';')).split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    HttpResponse<String> get(String path) {
        return send(to(path));
    }

    HttpRequest.Builder voting(String slug, String choice) {
        return to("/api/v1/tools/" + slug + "/vote")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"choice\":\"" + choice + "\"}"));
    }

    HttpResponse<String> cast(String slug, String choice) {
        return send(voting(slug, choice));
    }

    HttpResponse<String> withdraw(String slug) {
        return send(to("/api/v1/tools/" + slug + "/vote").DELETE());
    }

    HttpResponse<String> submit(String slug, Map<String, String> fields) {
        return send(to("/tool/" + slug + "/vote")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    /// What the visitor chose, as soon as the receipt is counted. The service waits two seconds for that, and
    /// a machine that is busy may need longer.
    JsonNode own(String slug, String receipt) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> json(get("/api/v1/tools/" + slug + "/vote?after=" + receipt)),
                        own -> own.path("counted").asBoolean());
    }

    /// Deletes all votes. Where counting is behind nothing is deleted, and it is asked again.
    HttpResponse<String> deleteVotes() {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> send(to("/api/v1/my-votes").DELETE()), deleted -> deleted.statusCode() != 503);
    }

    JsonNode own(String slug) {
        return json(get("/api/v1/tools/" + slug + "/vote"));
    }

    /// The lines of the live stream, as they come.
    Queue<String> follow(String slug, String lastEventId) {
        var request = to("/api/v1/tallies/stream?tools=" + slug);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            HttpResponse<Stream<String>> stream = HTTP.send(request.build(), BodyHandlers.ofLines());
            if (stream.statusCode() != 200
                    || !stream.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
                throw new AssertionError(stream.toString());
            }
            var lines = new ConcurrentLinkedQueue<String>();
            Thread.ofVirtual().start(() -> stream.body().forEach(lines::add));
            return lines;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode tally(String slug) {
        return json(get("/api/v1/tools/" + slug + "/tally"));
    }

    void awaitTally(String slug, long ships, long skips) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThatObject(tally(slug)).satisfies(tally -> {
                    assertThat(tally.get("ships").asLong()).isEqualTo(ships);
                    assertThat(tally.get("skips").asLong()).isEqualTo(skips);
                }));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static String receipt(HttpResponse<String> accepted) {
        if (accepted.statusCode() != 202) {
            throw new AssertionError(accepted.statusCode() + " " + accepted.body());
        }
        return json(accepted).get("receipt").asString();
    }
}
