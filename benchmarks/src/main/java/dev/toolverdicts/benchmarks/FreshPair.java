package dev.toolverdicts.benchmarks;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Two tools side by side, one of which changes. Every change is timed from the moment its request is sent.
final class FreshPair {

    static final int WARM_UP = 3;

    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int PATIENCE = 60;
    private static final String JSON = "application/json";

    private final Api api;
    private final String bearer;
    private final String changed;
    private final String address;
    private String tag;

    /// @param slugs two tools, made just now
    FreshPair(Api api, String editor, List<String> slugs) {
        this.api = api;
        bearer = "Bearer " + editor;
        changed = slugs.getFirst();
        address = slugs.stream().sorted().collect(Collectors.joining("-vs-", "/compare/", ""));
        Waiting.until("the comparison is there", 30, () -> api.send("GET", address, "")
                        .statusCode()
                == 200);
        tag = api.send("GET", "/api/v1/tools/" + changed, "", "Authorization", bearer)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    /// Seconds from request to sight.
    record Vote(double live, double onThePage) {}

    String changed() {
        return changed;
    }

    String address() {
        return address;
    }

    /// Cast by somebody new, who then is the number-th.
    Vote vote(int number, OpenPage page) {
        long began = System.nanoTime();
        expect(202, api.send("PUT", path("/vote"), "{\"choice\": \"ship\"}", "Content-Type", JSON));
        String shown = "data-tally=\"%s\" data-ships=\"%d\"".formatted(changed, number);
        double onThePage = until(began, () -> reads(shown));
        Waiting.until("the open page was told", PATIENCE, () -> page.secondsUntil(number, began) >= 0);
        return new Vote(page.secondsUntil(number, began), onThePage);
    }

    double review(int number) {
        String take = "Sample take number " + number + ".";
        long began = System.nanoTime();
        HttpResponse<String> answer = api.send(
                "PUT",
                path("/reviews/builder"),
                """
                {"verdict": "ship", "score": %d, "body": "%s", "handsOn": false, "authorKind": "ai_persona"}
                """.formatted(50 + number % 50, take),
                "Authorization",
                bearer,
                "Content-Type",
                JSON);
        expect(number == 1 ? 201 : 200, answer);
        return until(began, () -> reads(take));
    }

    double price(int number) {
        JsonNode tool = api.json("/api/v1/tools/" + changed);
        String price = "Free, as seen for the " + number + ". time";
        long began = System.nanoTime();
        HttpResponse<String> answer = api.send(
                "PUT",
                path(""),
                """
                {"name": "%s", "tagline": "Made to be voted on", "summary": "A benchmark votes on it.",
                 "category": "developer-tools", "tags": [], "websiteUrl": null,
                 "pricing": {"text": "%s", "model": "free", "entryAmount": 0, "currency": "USD", "period": null,
                             "capturedAt": "2026-11-01T00:00:00Z"},
                 "license": {"spdx": "MIT", "class": "osi_open"}, "bestFor": null, "notFor": null}
                """.formatted(tool.path("name").asString(), price),
                "Authorization",
                bearer,
                "Content-Type",
                JSON,
                "If-Match",
                tag);
        expect(200, answer);
        tag = answer.headers().firstValue("ETag").orElseThrow();
        return until(began, () -> reads(price));
    }

    private String path(String end) {
        return "/api/v1/tools/" + changed + end;
    }

    private boolean reads(String text) {
        return api.send("GET", address, "").body().contains(text);
    }

    private static double until(long began, BooleanSupplier isSo) {
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(PATIENCE)) {
                throw new IllegalStateException("no figure: a change does not show after " + PATIENCE + " s");
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.request().method() + " " + answer.uri() + " answered "
                    + answer.statusCode() + " " + answer.body());
        }
    }
}
