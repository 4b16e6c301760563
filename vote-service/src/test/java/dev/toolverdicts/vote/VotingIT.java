package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.messaging.OutboxAuditor;
import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.vote.Catalog.Tool;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// From a vote at the door to its tally.
class VotingIT extends WholeService {

    @Autowired
    OutboxAuditor auditor;

    private Visitor visitor;
    private Tool tool;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
        tool = catalog.announce();
    }

    private long votes() {
        return jdbc.sql("SELECT count(*) FROM votes WHERE tool_id = ? AND choice <> 'none'")
                .param(tool.id())
                .query(Long.class)
                .single();
    }

    @Test
    void aVoteIsAcceptedCountedAndPublished() {
        HttpResponse<String> accepted = visitor.cast(tool.slug(), "ship");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(json(accepted).get("choice").asString()).isEqualTo("ship");
        assertThat(accepted.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("voter="))
                .anyMatch(cookie -> cookie.startsWith("voter-recent="));

        JsonNode own = visitor.own(tool.slug(), receipt(accepted));
        assertThat(own.get("choice").asString()).isEqualTo("ship");
        assertThat(own.get("counted").asBoolean()).isTrue();
        assertThat(own.get("state").asString()).isEqualTo("counted");

        visitor.awaitTally(tool.slug(), 1, 0);
        JsonNode tally = visitor.tally(tool.slug());
        assertThat(tally.get("pct").asInt()).isEqualTo(100);
        assertThat(tally.get("wilsonLow").asDouble()).isEqualTo(0.2065);
        assertThat(tally.get("wilsonHigh").asDouble()).isEqualTo(1.0);
        assertThat(tally.get("asOf").asString()).endsWith("Z");

        List<ConsumerRecord<String, byte[]>> cast =
                topics.read("vote.cast.v1", tool.id().toString());
        assertThat(cast).singleElement().satisfies(record -> {
            ContractSchemas.validate("vote.cast.v1", record.value());
            assertThat(record.headers().lastHeader("ce_type").value())
                    .asString()
                    .isEqualTo("dev.toolverdicts.vote.cast");
        });
        List<ConsumerRecord<String, byte[]>> published =
                topics.read("vote.tally.v1", tool.id().toString());
        assertThat(published).singleElement().satisfies(record -> {
            ContractSchemas.validate("vote.tally.v1", record.value());
            assertThat(record.headers().lastHeader("ce_version").value())
                    .asString()
                    .isEqualTo("1");
        });
    }

    @Test
    void votingAgainChangingAndWithdrawingLeaveOneVoteOrNone() {
        receipt(visitor.cast(tool.slug(), "ship"));
        visitor.own(tool.slug(), receipt(visitor.cast(tool.slug(), "ship")));
        visitor.awaitTally(tool.slug(), 1, 0);
        visitor.own(tool.slug(), receipt(visitor.cast(tool.slug(), "skip")));
        visitor.awaitTally(tool.slug(), 0, 1);
        assertThat(votes()).isOne();

        HttpResponse<String> withdrawn = visitor.withdraw(tool.slug());
        assertThat(withdrawn.statusCode()).isEqualTo(202);
        assertThat(json(withdrawn).get("choice").isNull()).isTrue();
        JsonNode own = visitor.own(tool.slug(), receipt(withdrawn));
        assertThat(own.get("choice").isNull()).isTrue();
        visitor.awaitTally(tool.slug(), 0, 0);
        assertThat(visitor.tally(tool.slug()).get("pct").isNull()).isTrue();
        assertThat(votes()).isZero();
    }

    @Test
    void aThousandConcurrentRepeatsLeaveOneVote() {
        receipt(visitor.cast(tool.slug(), "skip"));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<CompletableFuture<Integer>>();
            for (int i = 0; i < 1_000; i++) {
                all.add(CompletableFuture.supplyAsync(
                        () -> visitor.cast(tool.slug(), "ship").statusCode(), executor));
            }
            assertThat(all).allSatisfy(sent -> assertThat(sent.join()).isEqualTo(202));
        }
        visitor.awaitTally(tool.slug(), 1, 0);
        assertThat(votes()).isOne();
    }

    @Test
    void whateverFiftyVotersDoEveryLastChoiceStandsAndEveryTallyIsRight() {
        List<Tool> tools = List.of(tool, catalog.announce(), catalog.announce());
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < 50; i++) {
                var random = new Random(i);
                all.add(CompletableFuture.runAsync(() -> voteAtRandom(tools, random), executor));
            }
            all.forEach(CompletableFuture::join);
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(auditor.audit()).isZero());
        assertThat(check.run().differences()).isEmpty();
    }

    private void voteAtRandom(List<Tool> tools, Random random) {
        var voter = new Visitor(port);
        var last = new HashMap<Tool, HttpResponse<String>>();
        var choices = new HashMap<Tool, String>();
        for (int i = 0; i < 20; i++) {
            Tool at = tools.get(random.nextInt(tools.size()));
            String choice = List.of("ship", "skip", "null").get(random.nextInt(3));
            HttpResponse<String> accepted =
                    choice.equals("null") ? voter.withdraw(at.slug()) : voter.cast(at.slug(), choice);
            assertThat(accepted.statusCode()).isEqualTo(202);
            last.put(at, accepted);
            choices.put(at, choice);
        }
        last.forEach((at, accepted) -> await().atMost(SOON).untilAsserted(() -> {
            JsonNode own = voter.own(at.slug(), receipt(accepted));
            assertThat(own.get("counted").asBoolean()).isTrue();
            assertThat(own.get("choice").isNull() ? "null" : own.get("choice").asString())
                    .isEqualTo(choices.get(at));
        }));
    }

    @Test
    void aRenamedToolIsVotedOnUnderBothAddressesAndANewOneAtOnce() {
        String renamed = tool.slug() + "-renamed";
        receipt(visitor.cast(tool.slug(), "ship"));
        catalog.publish(tool.id(), 2, renamed, List.of(tool.slug()));
        receipt(new Visitor(port).cast(renamed, "ship"));
        receipt(new Visitor(port).cast(tool.slug(), "ship"));
        visitor.awaitTally(tool.slug(), 3, 0);
        assertThat(visitor.own(renamed).get("choice").asString()).isEqualTo("ship");
    }
}
