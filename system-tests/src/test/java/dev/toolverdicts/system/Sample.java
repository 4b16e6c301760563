package dev.toolverdicts.system;

import java.net.http.HttpResponse;

/// Tools and texts the stories make for themselves.
public final class Sample {

    public static final String SCOUT = "llama-4-scout-fine-tuning-toolkit";
    public static final String MISTRAL = "mistral-3b";
    public static final String SEED_PAGE = "/compare/" + SCOUT + "-vs-" + MISTRAL;
    public static final String THREE = "cursor-vs-github-copilot-vs-windsurf";
    public static final String FIVE = "aider-vs-cline-vs-cursor-vs-github-copilot-vs-windsurf";
    public static final String SEED_JSON = "/api/v1/comparisons/" + SCOUT + "-vs-" + MISTRAL;

    private Sample() {}

    public static String tool(String name) {
        return """
                {"name": "%s", "tagline": "A tool made by a test", "summary": "It exists so that a story can be told.",
                 "category": "developer-tools", "tags": [], "websiteUrl": null,
                 "pricing": {"text": "Free", "model": "free", "entryAmount": 0, "currency": "USD", "period": null,
                             "capturedAt": "2026-11-01T00:00:00Z"},
                 "license": {"spdx": "MIT", "class": "osi_open"}, "bestFor": "Telling a story", "notFor": null}
                """.formatted(name);
    }

    public static String review(String verdict, int score, String body) {
        return """
                {"verdict": "%s", "score": %d, "body": "%s", "handsOn": false, "authorKind": "ai_persona"}
                """.formatted(verdict, score, body);
    }

    /// A tool beside one of the sample data, as page and as JSON.
    public static String comparePage(String slug) {
        return "/compare/" + pair(slug);
    }

    public static String comparison(String slug) {
        return "/api/v1/comparisons/" + pair(slug);
    }

    private static String pair(String slug) {
        return slug.compareTo(MISTRAL) < 0 ? slug + "-vs-" + MISTRAL : MISTRAL + "-vs-" + slug;
    }

    /// Makes a tool and returns its slug.
    public static String newTool(Visitor editor, String name) {
        HttpResponse<String> answer = editor.post("/api/v1/tools", tool(name));
        if (answer.statusCode() != 201) {
            throw new AssertionError("tool not made: " + answer.statusCode() + " " + answer.body());
        }
        return Stack.JSON.readTree(answer.body()).path("slug").asString();
    }
}
