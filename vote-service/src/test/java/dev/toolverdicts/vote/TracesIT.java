package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.telemetry.TraceParent;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.vote.Catalog.Tool;
import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.voter.Receipt;
import dev.toolverdicts.vote.voter.Receipts;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/// One vote is one trace, from the door to its tally, and its receipt leads to it.
@ExtendWith(OutputCaptureExtension.class)
class TracesIT extends WholeService {

    private final String door =
            String.valueOf(TRACES.tracing().server("door", null).parent());
    private final String trace = String.valueOf(TraceParent.traceId(door));

    @Autowired
    Receipts receipts;

    private Tool tool;
    private Visitor voter;

    @BeforeEach
    void arrive() {
        tool = catalog.announce();
        voter = new Visitor(port);
        await().atMost(SOON)
                .until(() ->
                        voter.get("/api/v1/tools/" + tool.slug() + "/tally").statusCode() == 200);
    }

    private HttpRequest.Builder vote() {
        return voter.voting(tool.slug(), "ship").header("traceparent", door);
    }

    private Set<String> spans() {
        return TRACES.names(trace).stream().collect(Collectors.toSet());
    }

    private HttpResponse<String> asked(String method, String receipt) {
        var operator = new Visitor(port);
        return operator.send(operator.to("/api/v1/operations/vote/receipts/" + receipt)
                .method(method, BodyPublishers.noBody())
                .header("Authorization", TestTokens.bearer("operator")));
    }

    private JsonNode place(String receipt) {
        HttpResponse<String> answer = asked("GET", receipt);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void aVoteIsFollowedToItsTallyAndTheReceiptLeadsToItsTrace() {
        String receipt = receipt(voter.send(vote()));

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(spans()).contains("PUT vote", "vote-counter", "outbox-relay", "tail-vote.tally.v1"));
        JsonNode place = place(receipt);
        assertThat(place.get("traceId").asString()).isEqualTo(trace);
        assertThat(place.get("counted").asBoolean()).isTrue();
        assertThat(place.get("toolId").asString()).isEqualTo(tool.id().toString());
        assertThat(place.propertyNames())
                .containsExactlyInAnyOrder(
                        "toolId", "partition", "offset", "castAt", "counted", "traceId", "deadLetter");
        assertThat(TRACES.of(trace).toString())
                .as("what it says of its voter")
                .doesNotContain(voter.cookies.getOrDefault("voter", "no cookie"));
    }

    @Test
    void theLongWayIsFollowedToo() {
        voter.send(vote().header("Authorization", TestTokens.bearer("editor")));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(spans())
                        .contains("PUT /api/v1/tools/{slug}/vote", "vote-counter", "tail-vote.tally.v1"));
    }

    @Test
    void whatIsNotTracedLeadsNowhere() {
        String unsampled = door.substring(0, door.length() - 2) + "00";

        String receipt = receipt(voter.send(voter.voting(tool.slug(), "ship").header("traceparent", unsampled)));

        await().atMost(SOON).until(() -> place(receipt).get("counted").asBoolean());
        assertThat(place(receipt).path("traceId").isNull()
                        || place(receipt).path("traceId").isMissingNode())
                .isTrue();
        assertThat(spans()).isEmpty();
    }

    @Test
    void receiptsAreForOperatorsAndMustLookLikeOne() {
        String receipt = receipt(voter.send(vote()));

        assertThat(voter.get("/api/v1/operations/vote/receipts/" + receipt).statusCode())
                .isEqualTo(401);
        assertThat(asked("GET", "nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void aMistypedReceiptIsNoVotesAndIsNotLogged(CapturedOutput log) {
        String receipt = receipt(voter.send(vote()));
        await().atMost(SOON).until(() -> place(receipt).get("counted").asBoolean());

        List<String> mistyped = IntStream.range(0, receipt.length())
                .mapToObj(i ->
                        receipt.substring(0, i) + (receipt.charAt(i) == 'A' ? 'B' : 'A') + receipt.substring(i + 1))
                .toList();
        // For each that can be read the service asks the log, which takes its time.
        List<CompletableFuture<HttpResponse<String>>> answers;
        try (var operators = Executors.newFixedThreadPool(8)) {
            answers = mistyped.stream()
                    .map(each -> CompletableFuture.supplyAsync(() -> asked("GET", each), operators))
                    .toList();
        }
        for (int i = 0; i < receipt.length(); i++) {
            HttpResponse<String> refused = answers.get(i).join();
            assertThat(refused.statusCode())
                    .as("letter %d: %s", i, refused.body())
                    .isIn(400, 404);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(log.getAll()).as("letter %d", i).doesNotContain(mistyped.get(i));
        }
        HttpResponse<String> unsealed = asked("GET", receipt.substring(0, receipt.length() - 1) + "=");
        assertThat(unsealed.statusCode()).isEqualTo(400);
    }

    @Test
    void aSealedReceiptForAPlaceThatIsNotThereIsNoVotes() {
        UUID someone = UUID.randomUUID();
        for (int partition : new int[] {0, 5_000}) {
            var nowhere = new Receipt(tool.id(), partition, 1L << 40, Choice.SHIP, Instant.EPOCH);
            assertThat(asked("GET", receipts.write(nowhere, someone)).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aReceiptIsGoodWhenTheLogHasALaterVoteOfItsVoterOnly() {
        UUID someone = UUID.randomUUID();
        var compacted = new Receipt(tool.id(), 0, 0, Choice.SHIP, Instant.EPOCH);
        assertThat(asked("GET", receipts.write(compacted, someone)).statusCode())
                .isEqualTo(404);
        jdbc.sql("""
                        INSERT INTO votes (tool_id, voter_id, choice, log_partition, log_offset, cast_at)
                        VALUES (?, ?, 'none', 0, 7, now())
                        """).params(tool.id(), someone).update();
        try {
            assertThat(asked("GET", receipts.write(compacted, someone)).statusCode())
                    .isEqualTo(200);
            assertThat(asked("GET", receipts.write(compacted, UUID.randomUUID()))
                            .statusCode())
                    .isEqualTo(404);
        } finally {
            jdbc.sql("DELETE FROM votes WHERE tool_id = ? AND voter_id = ?")
                    .params(tool.id(), someone)
                    .update();
        }
    }

    @Test
    void receiptsAreOnlyRead() {
        String receipt = receipt(voter.send(vote()));

        assertThat(asked("HEAD", receipt).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = asked("DELETE", receipt);
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow").orElse("").split(", ?", -1))
                .containsExactlyInAnyOrder("GET", "HEAD");
    }
}
