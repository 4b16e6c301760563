package dev.toolverdicts.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes issues as editors do, by the public API: news, a draft, its arrangement, approval by somebody else.
final class Newsroom {

    /// As many as an issue tells of one kind.
    private static final int NEWS = 12;

    private static final String ISSUES = "/api/v1/newsletter/issues";
    private static final String WORDS = "A paragraph that the editor wrote for this week's readers. ";
    /// Four bytes for three, and a line break after 76.
    private static final double BASE64 = 78.0 / 57;

    private final Api catalog;
    private final Api newsletter;
    private final String editor;
    private final String author;
    private final String second;
    private int made;

    Newsroom(Stack stack) throws IOException {
        catalog = new Api(stack.port("catalog-service"));
        newsletter = new Api(stack.port("newsletter-service"));
        editor = stack.token("editor");
        author = stack.token("newsletter", "--subject", "benchmark-author");
        second = stack.token("newsletter", "--subject", "benchmark-second");
    }

    /// An approved issue whose mail has at least this size.
    ///
    /// @return its id
    String approved(int bytes) {
        made++;
        String last =
                catalog.announce(editor, "Mailed %03d".formatted(made), NEWS).getLast();
        Waiting.until(
                "the news have arrived",
                60,
                () -> get("/api/v1/newsletter/digest").contains(last));
        JsonNode draft = answered(201, post("", author));
        String id = draft.path("id").asString();
        int missing = (int) ((bytes - size(id)) / BASE64);
        if (missing > 0) {
            // The words of the editor stand in both parts.
            lengthen(draft, missing / 2 + WORDS.length());
        }
        if (size(id) < bytes) {
            throw new IllegalStateException("the mail has only " + size(id) + " bytes");
        }
        var _ = answered(202, move(id, "approve", second));
        return id;
    }

    /// Bytes of the two parts as the mail has them, before a recipient's links are filled in.
    int size(String id) {
        return (int) (BASE64
                * (get(ISSUES + "/" + id + "/preview.html").getBytes(UTF_8).length
                        + get(ISSUES + "/" + id + "/preview.txt").getBytes(UTF_8).length));
    }

    private void lengthen(JsonNode draft, int characters) {
        String intro = WORDS.repeat(characters / WORDS.length() + 1).strip();
        List<Map<String, Object>> entries = draft.path("entries")
                .valueStream()
                .map(entry -> Map.<String, Object>of(
                        "id", entry.path("id").asInt(),
                        "dropped", entry.path("dropped").asBoolean()))
                .toList();
        var body = Map.of("subject", draft.path("subject").asString(), "intro", intro, "entries", entries);
        HttpResponse<String> edited = newsletter.send(
                "PUT",
                ISSUES + "/" + draft.path("id").asString(),
                JsonMapper.shared().writeValueAsString(body),
                "Authorization",
                "Bearer " + author,
                "Content-Type",
                "application/json",
                "If-Match",
                "\"" + draft.path("version").asLong() + "\"");
        var _ = answered(200, edited);
    }

    /// Returns when the ledger is filled and sending has begun.
    void send(String id) {
        var _ = answered(202, move(id, "send", second));
    }

    boolean hasEnded(String id) {
        return newsletter
                .json(ISSUES + "/" + id, "Authorization", "Bearer " + author)
                .path("status")
                .asString()
                .startsWith("finished");
    }

    private HttpResponse<String> move(String id, String move, String token) {
        return post("/" + id + "/" + move, token);
    }

    private HttpResponse<String> post(String path, String token) {
        return newsletter.send(
                "POST", ISSUES + path, "", "Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    private String get(String path) {
        HttpResponse<String> answer = newsletter.send("GET", path, "", "Authorization", "Bearer " + author);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static JsonNode answered(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException("not " + status + " but " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }
}
