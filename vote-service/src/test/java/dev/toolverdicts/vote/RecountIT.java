package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.vote.Catalog.Tool;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The log counted again, with poison in it and with rulings on its votes.
class RecountIT extends WholeService {

    private Visitor visitor;
    private Tool tool;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
        tool = catalog.announce();
    }

    @Test
    void countingTheWholeLogAgainChangesNothing() {
        for (int i = 0; i < 5; i++) {
            var voter = new Visitor(port);
            receipt(voter.cast(tool.slug(), "ship"));
            receipt(voter.cast(tool.slug(), i < 2 ? "skip" : "ship"));
        }
        visitor.awaitTally(tool.slug(), 3, 2);
        new Quiet(topics, jdbc).await(SOON);
        // Rules may still get to what other tests have left behind; that would be another change.
        var rulings = listeners.getListenerContainer("vote-rulings");
        rulings.stop();
        try {
            countAgain();
        } finally {
            rulings.start();
        }
        assertThat(check.run().differences()).isEmpty();
    }

    private void countAgain() {
        var counter = listeners.getListenerContainer("vote-counter");
        counter.stop();
        List<Map<String, Object>> before = state();
        int replayed = jdbc.sql("UPDATE log_position SET next_offset = 0 WHERE consumer = 'vote-counter'")
                .update();
        assertThat(replayed).isEqualTo(24);
        counter.start();
        receipt(visitor.cast(tool.slug(), "ship"));
        visitor.awaitTally(tool.slug(), 4, 2);
        counter.stop();
        counter.start();
        assertThat(state()).hasSameSizeAs(before).allSatisfy(row -> {
            if (!row.get("tool_id").equals(tool.id())) {
                assertThat(before).contains(row);
            }
        });
    }

    private List<Map<String, Object>> state() {
        return jdbc.sql("SELECT * FROM tallies ORDER BY tool_id").query().listOfRows();
    }

    @Test
    void poisonIsPutAsideAndEverythingElseCounts() {
        var json = new JsonMapper();
        String good = new String(ContractSchemas.samples("vote.cast.v1").get("ship.json"), UTF_8);
        UUID voter = UUID.randomUUID();
        String vote = json.readTree(good)
                .toString()
                .replace("0199a8c0-0000-7000-8000-000000000001", tool.id().toString())
                .replace("3f2c9a10-7b6e-8d41-9c55-000000000001", voter.toString());
        String key = tool.id() + ":" + voter;
        long before = deadLetters("vote-counter");
        List<String> poison = List.of(
                "not json",
                vote.replace("\"ship\"", "\"maybe\""),
                vote.replace("\"ship\"", "1"),
                vote.replace("\"ship\"", "null"),
                vote.replace("2026-11-24", "+999999999-01-01"),
                vote.replace(voter.toString(), "\\u0000"),
                vote.replace(voter.toString(), UUID.randomUUID().toString()));
        poison.forEach(bad -> topics.send("vote.cast.v1", key, bad.getBytes(UTF_8)));
        topics.send("vote.cast.v1", key, vote.getBytes(UTF_8));
        receipt(visitor.cast(tool.slug(), "skip"));

        visitor.awaitTally(tool.slug(), 1, 1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deadLetters("vote-counter")).isEqualTo(before + poison.size()));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(topics.read("vote.cast.v1-dlt", key))
                        .extracting(ConsumerRecord::value)
                        .extracting(value -> new String(value, UTF_8))
                        .containsExactlyElementsOf(poison));
    }

    @Test
    void aRulingTakesAVoteOutOfTheTallyAndAnotherPutsItBack() {
        receipt(visitor.cast(tool.slug(), "ship"));
        receipt(new Visitor(port).cast(tool.slug(), "skip"));
        visitor.awaitTally(tool.slug(), 1, 1);
        Map<String, Object> vote = jdbc.sql("SELECT * FROM votes WHERE tool_id = ? AND choice = 'ship'")
                .param(tool.id())
                .query()
                .singleRow();
        String key = tool.id() + ":" + vote.get("voter_id");
        long before = deadLetters("vote-rulings");
        topics.send("vote.ruling.v1", key, "no ruling".getBytes(UTF_8));
        topics.send("vote.ruling.v1", key, ruling(vote, "held"));
        visitor.awaitTally(tool.slug(), 0, 1);
        topics.send("vote.ruling.v1", key, ruling(vote, "restored"));
        visitor.awaitTally(tool.slug(), 1, 1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deadLetters("vote-rulings")).isEqualTo(before + 1));
        assertThat(check.run().differences()).isEmpty();
    }

    private static byte[] ruling(Map<String, Object> vote, String ruling) {
        byte[] value = new JsonMapper()
                .writeValueAsBytes(Map.of(
                        "toolId",
                        vote.get("tool_id"),
                        "voterId",
                        vote.get("voter_id"),
                        "ruling",
                        ruling,
                        "reason",
                        "burst",
                        "actor",
                        "rule:burst",
                        "upToOffset",
                        vote.get("log_offset"),
                        "ruledAt",
                        "2026-11-24T10:30:00Z"));
        ContractSchemas.validate("vote.ruling.v1", value);
        return value;
    }

    private long deadLetters(String consumer) {
        return jdbc.sql("SELECT count(*) FROM dead_letter WHERE consumer = ?")
                .param(consumer)
                .query(Long.class)
                .single();
    }
}
