package dev.toolverdicts.system;

import static dev.toolverdicts.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A critic changes their mind and says why, and readers say whether it helped them.
class ReviewStoryIT {

    private final Visitor editor = Visitor.bearing(Stack.running().token("editor"));

    private static String disclosed(String verdict, int score, String body, String reason) {
        return """
                {"verdict": "%s", "score": %d, "body": "%s", "handsOn": true, "authorKind": "ai_drafted",
                 "model": "sample-model-1", "promptVersion": "7", "reason": "%s",
                 "citations": [{"id": 1, "url": "https://example.org/notes", "title": "Sample notes"}]}
                """.formatted(verdict, score, body, reason);
    }

    private static String readable(HttpResponse<String> page) {
        return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void aReReviewKeepsTheOldTextAndReadersSayWhetherItHelped() {
        String slug = Sample.newTool(editor, "Re-reviewed " + System.nanoTime());
        String review = "/api/v1/tools/" + slug + "/reviews/founder";
        String page = "/tool/" + slug + "/reviews/founder";
        assertThat(editor.put(review, Sample.review("skip", 40, "Nobody pays for this."))
                        .statusCode())
                .isEqualTo(201);
        assertThat(editor.put(review, disclosed("ship", 75, "Somebody pays for this[^1].", "It has a price now."))
                        .statusCode())
                .isEqualTo(200);

        JsonNode revisions = new Visitor().json(review + "/revisions").path("revisions");
        assertThat(revisions).hasSize(2);
        assertThat(revisions.path(1).path("body").asString()).isEqualTo("Nobody pays for this.");
        assertThat(readable(new Visitor().get(page)))
                .contains("From Skip to Ship", "Why: It has a price now.", "Revision 1 in full Nobody pays for this.");
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(readable(new Visitor().get("/tool/" + slug)))
                        .contains("Turned from Skip to Ship on ", "Why: It has a price now.", "Sample notes"));

        Visitor one = new Visitor();
        Visitor other = new Visitor();
        assertThat(one.put(review + "/helpful", "{\"helpful\": \"yes\"}").statusCode())
                .isEqualTo(200);
        String token =
                other.json("/api/v1/votes?tools=" + slug).path("formToken").asString();
        HttpResponse<String> sent = other.submit(page + "/helpful", Map.of("helpful", "no", "formToken", token));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(readable(other.get(page))).contains("You said no. 1 of 2 readers found it helpful.");
        one.put(review + "/helpful", "{\"helpful\": \"no\"}");
        JsonNode own = one.json(review + "/helpful");
        assertThat(own.path("helpful").asString()).isEqualTo("no");
        assertThat(own.path("yes").asInt()).isZero();
        assertThat(own.path("no").asInt()).isEqualTo(2);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(readable(new Visitor().get("/tool/" + slug)))
                        .contains("Helpful? Yes No 0 of 2 readers said yes"));
    }

    @Test
    void aFormOfSomebodyElseIsAskedForOnceMore() {
        Visitor visitor = new Visitor();
        String page = "/tool/" + Sample.MISTRAL + "/reviews/builder";
        visitor.get(page);
        HttpResponse<String> refused =
                visitor.submit(page + "/helpful", Map.of("helpful", "yes", "formToken", "made-up"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Once more, please", "name=\"formToken\"");
    }

    @Test
    void whoIsAssignedAndWhatTheVerdictsAddUpToIsForEverybody() {
        Visitor visitor = new Visitor();
        JsonNode figures = visitor.json("/api/v1/critics/builder/statistics").path("total");
        assertThat(figures.path("reviewed").asInt()).isGreaterThan(10);
        assertThat(figures.path("shipped").asInt())
                .isBetween(1, figures.path("reviewed").asInt());
        assertThat(readable(visitor.get("/reviewer/builder"))).contains("The record", "Mean score", "Stands alone");
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(visitor.json("/api/v1/tools/" + Sample.SCOUT + "/assignment")
                                .path("assigned")
                                .valueStream()
                                .map(critic -> critic.path("key").asString()))
                        .containsExactly("builder", "skeptic", "futurist", "founder"));
        assertProblem(visitor.get("/api/v1/critics/optimist/statistics"), 404, "critic-not-found");
        assertProblem(visitor.get("/api/v1/tools/no-such-tool/assignment"), 404, "tool-not-found");
    }
}
