package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.toolverdicts.system.Spans.Span;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// One vote's trace is found by its receipt, with a span in every process that the vote passed.
class TraceStoryIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    /// One in twenty is traced; that none of so many is happens once in a million runs.
    private static final int VOTES = 270;

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private Handbook handbook;
    private Spans spans;
    private String slug;

    @BeforeEach
    void anOperatorAndATool() {
        assumeTrue(Stack.running().spans().isPresent(), "nothing is traced here");
        spans = Stack.running().spans().orElseThrow();
        slug = Sample.newTool(Visitor.bearing(Stack.running().token("editor")), "Trace Story " + System.nanoTime());
        await().atMost(SOON)
                .until(() ->
                        new Visitor().get("/api/v1/tools/" + slug + "/tally").statusCode() == 200);
        variables.put("site", Stack.running().url());
        variables.put("operator", "Authorization: Bearer " + Stack.running().token("operator"));
        handbook = Handbook.of("Traces", folder, variables);
    }

    @Test
    void aTraceIsFoundByItsReceiptAndHasEveryProcessThatTheVotePassed() {
        String traceId = tracedVote();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(spans.of(traceId))
                        .extracting(Span::service)
                        .contains("gateway", "vote-service", "catalog-service", "newsletter-service"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(spans.of(traceId))
                        .extracting(Span::name)
                        .contains("vote-counter", "outbox-relay", "tail-vote.tally.v1"));
    }

    private String tracedVote() {
        for (int i = 0; i < VOTES; i++) {
            HttpResponse<String> answer =
                    new Visitor().put("/api/v1/tools/" + slug + "/vote", "{\"choice\": \"ship\"}");
            assertThat(answer.statusCode()).isEqualTo(202);
            variables.put(
                    "receipt",
                    Stack.JSON.readTree(answer.body()).path("receipt").asString());
            JsonNode trace = handbook.type("receipts/$receipt").path("traceId");
            if (trace.isString()) {
                return trace.asString();
            }
        }
        throw new AssertionError("not one of " + VOTES + " votes was traced");
    }
}
