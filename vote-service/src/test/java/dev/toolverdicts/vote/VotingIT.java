package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.messaging.OutboxAuditor;
import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.vote.Catalog.Tool;
import dev.toolverdicts.vote.count.TallyCheck;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeService
class VotingIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    @LocalServerPort
    int port;

    @Autowired
    Catalog catalog;

    @Autowired
    VoteTopics topics;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TallyCheck check;

    @Autowired
    OutboxAuditor auditor;

    @Autowired
    KafkaListenerEndpointRegistry listeners;

    @Autowired
    MeterRegistry meters;

    private Visitor visitor;
    private Tool tool;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
        tool = catalog.announce();
    }

    private void awaitTally(long ships, long skips) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThatObject(visitor.tally(tool.slug()))
                        .satisfies(tally -> {
                            assertThat(tally.get("ships").asLong()).isEqualTo(ships);
                            assertThat(tally.get("skips").asLong()).isEqualTo(skips);
                        }));
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

        awaitTally(1, 0);
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
        awaitTally(1, 0);
        visitor.own(tool.slug(), receipt(visitor.cast(tool.slug(), "skip")));
        awaitTally(0, 1);
        assertThat(votes()).isOne();

        HttpResponse<String> withdrawn = visitor.withdraw(tool.slug());
        assertThat(withdrawn.statusCode()).isEqualTo(202);
        assertThat(json(withdrawn).get("choice").isNull()).isTrue();
        JsonNode own = visitor.own(tool.slug(), receipt(withdrawn));
        assertThat(own.get("choice").isNull()).isTrue();
        awaitTally(0, 0);
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
        awaitTally(1, 0);
        assertThat(votes()).isOne();
    }

    @Test
    void theOwnVoteShowsAtOnceWhileNothingIsCounted() {
        receipt(visitor.cast(tool.slug(), "ship"));
        awaitTally(1, 0);
        listeners.getListenerContainer("vote-counter").stop();
        try {
            receipt(visitor.cast(tool.slug(), "skip"));
            assertThat(visitor.own(tool.slug()).toString())
                    .isEqualTo("{\"choice\":\"skip\",\"counted\":false,\"state\":null,\"reason\":null}");
            JsonNode many = json(visitor.get("/api/v1/votes?tools=unknown-one," + tool.slug()));
            assertThat(many.get("votes").toString())
                    .isEqualTo("{\"%s\":{\"choice\":\"skip\",\"counted\":false,\"state\":null,\"reason\":null}}"
                            .formatted(tool.slug()));
            HttpResponse<String> withdrawn = visitor.withdraw(tool.slug());
            assertThat(visitor.own(tool.slug(), receipt(withdrawn)).toString())
                    .isEqualTo("{\"choice\":null,\"counted\":false,\"state\":null,\"reason\":null}");
        } finally {
            listeners.getListenerContainer("vote-counter").start();
        }
        awaitTally(0, 0);
        assertThat(visitor.own(tool.slug()).toString())
                .isEqualTo("{\"choice\":null,\"counted\":true,\"state\":null,\"reason\":null}");
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
    void countingTheWholeLogAgainChangesNothing() {
        for (int i = 0; i < 5; i++) {
            var voter = new Visitor(port);
            receipt(voter.cast(tool.slug(), "ship"));
            receipt(voter.cast(tool.slug(), i < 2 ? "skip" : "ship"));
        }
        awaitTally(3, 2);
        var counter = listeners.getListenerContainer("vote-counter");
        counter.stop();
        List<Map<String, Object>> before = state();
        int replayed = jdbc.sql("UPDATE log_position SET next_offset = 0 WHERE consumer = 'vote-counter'")
                .update();
        assertThat(replayed).isEqualTo(24);
        counter.start();
        receipt(visitor.cast(tool.slug(), "ship"));
        awaitTally(4, 2);
        counter.stop();
        counter.start();
        assertThat(state()).hasSameSizeAs(before).allSatisfy(row -> {
            if (!row.get("tool_id").equals(tool.id())) {
                assertThat(before).contains(row);
            }
        });
        assertThat(check.run().differences()).isEmpty();
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

        awaitTally(1, 1);
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
        awaitTally(1, 1);
        Map<String, Object> vote = jdbc.sql("SELECT * FROM votes WHERE tool_id = ? AND choice = 'ship'")
                .param(tool.id())
                .query()
                .singleRow();
        String key = tool.id() + ":" + vote.get("voter_id");
        long before = deadLetters("vote-rulings");
        topics.send("vote.ruling.v1", key, "no ruling".getBytes(UTF_8));
        topics.send("vote.ruling.v1", key, ruling(vote, "held"));
        awaitTally(0, 1);
        topics.send("vote.ruling.v1", key, ruling(vote, "restored"));
        awaitTally(1, 1);
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

    /// The data of the next event, with the lines before it; what came first is left out.
    private static String next(Queue<String> lines, List<String> seen) {
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> {
                            for (String line = lines.poll(); line != null; line = lines.poll()) {
                                seen.add(line);
                                if (line.startsWith("data:")) {
                                    return line;
                                }
                            }
                            return "";
                        },
                        line -> !line.isEmpty());
    }

    @Test
    void theStreamTellsOfAVoteAndResumes() {
        Queue<String> lines = visitor.follow(tool.slug(), null);
        var seen = new ArrayList<String>();
        assertThat(next(lines, seen)).contains("\"ships\":0", "\"pct\":null");
        long sent = System.nanoTime();
        receipt(visitor.cast(tool.slug(), "ship"));
        assertThat(next(lines, seen))
                .contains("\"slug\":\"" + tool.slug() + "\"", "\"ships\":1", "\"pct\":100", "\"wilsonLow\":0.2065");
        assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofSeconds(2));
        assertThat(seen).contains("event:tally", "retry:2000");

        String id = seen.stream()
                .filter(line -> line.startsWith("id:"))
                .reduce((a, b) -> b)
                .orElseThrow();
        receipt(visitor.cast(tool.slug(), "skip"));
        awaitTally(0, 1);
        assertThat(next(visitor.follow(tool.slug(), id.substring(3)), seen)).contains("\"skips\":1");
    }

    @Test
    void aReaderThatVanishesIsFreed() throws IOException {
        double before = meters.get("vote.stream.readers").gauge().value();
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET /api/v1/tallies/stream?tools=" + tool.slug() + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            connection.getOutputStream().write(request.getBytes(UTF_8));
            assertThat(connection.getInputStream().read()).isPositive();
            assertThat(meters.get("vote.stream.readers").gauge().value()).isEqualTo(before + 1);
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                meters.get("vote.stream.readers").gauge().value())
                        .isEqualTo(before));
    }

    @Test
    void aRenamedToolIsVotedOnUnderBothAddressesAndANewOneAtOnce() {
        String renamed = tool.slug() + "-renamed";
        receipt(visitor.cast(tool.slug(), "ship"));
        catalog.publish(tool.id(), 2, renamed, List.of(tool.slug()));
        receipt(new Visitor(port).cast(renamed, "ship"));
        receipt(new Visitor(port).cast(tool.slug(), "ship"));
        awaitTally(3, 0);
        assertThat(visitor.own(renamed).get("choice").asString()).isEqualTo("ship");
    }

    @Test
    void theTallyHasAStrongTag() {
        receipt(visitor.cast(tool.slug(), "ship"));
        awaitTally(1, 0);
        String path = "/api/v1/tools/" + tool.slug() + "/tally";
        String tag = visitor.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"");
        assertThat(visitor.send(visitor.to(path).header("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
        receipt(visitor.cast(tool.slug(), "skip"));
        awaitTally(0, 1);
        assertThat(visitor.send(visitor.to(path).header("If-None-Match", tag)).statusCode())
                .isEqualTo(200);
        assertThat(visitor.send(visitor.to(path).method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }
}
