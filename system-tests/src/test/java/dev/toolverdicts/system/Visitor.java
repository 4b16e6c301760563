package dev.toolverdicts.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Somebody at the front door: speaks HTTP, keeps cookies, follows no redirect by itself.
public final class Visitor {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"formToken\"[^>]*value=\"([^\"]+)\"");

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final String url;
    private final Map<String, String> cookies = new TreeMap<>();
    private final Map<String, String> headers = new TreeMap<>();

    public Visitor() {
        this(Stack.running().url());
    }

    /// @param url of another way to the front door
    public Visitor(String url) {
        this.url = url;
    }

    public static Visitor bearing(String token) {
        return new Visitor().with("Authorization", "Bearer " + token);
    }

    public Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, null);
    }

    public JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return Stack.JSON.readTree(answer.body());
    }

    public HttpResponse<String> put(String path, String json) {
        return send("PUT", path, "application/json", json);
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, null, null);
    }

    /// What a page's form of a voter sends along. A page does not wait for a vote-service that is busy; the token is on
    /// it the next time.
    String formToken(String page) {
        return await().until(
                        () -> FORM_TOKEN
                                .matcher(get(page).body())
                                .results()
                                .map(found -> found.group(1))
                                .findFirst()
                                .orElse(""),
                        found -> !found.isEmpty());
    }

    public HttpResponse<String> submit(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", body);
    }

    public HttpResponse<String> send(
            String method,
            String path,
            @org.jspecify.annotations.Nullable String contentType,
            @org.jspecify.annotations.Nullable String body) {
        try {
            return exchange(method, path, contentType, body);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    public HttpResponse<String> exchange(
            String method,
            String path,
            @org.jspecify.annotations.Nullable String contentType,
            @org.jspecify.annotations.Nullable String body)
            throws IOException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(15))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        if (contentType != null) {
            request.setHeader("Content-Type", contentType);
        }
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("set-cookie").forEach(this::keep);
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        String[] parts = pair.split("=", 2);
        if (parts.length == 2 && !parts[1].isEmpty() && !setCookie.contains("Max-Age=0")) {
            cookies.put(parts[0], parts[1]);
            if (parts[0].matches("(__Host-)?(voter|session|sign-in)")) {
                KnownSecrets.add("cookie " + parts[0], parts[1]);
            }
        } else {
            cookies.remove(parts[0]);
        }
    }
}
