package dev.toolverdicts.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// An operator with nothing but `docs/operations.md` finds a vote that was written without its last
/// bracket, reads why it did not count, repairs it, replays it, and sees the number right.
class OperatorStoryIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Pattern TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private Handbook handbook;
    private String slug;
    private String tool;

    @BeforeEach
    void anOperatorAndATool() {
        slug = Sample.newTool(Visitor.bearing(Stack.running().token("editor")), "Operator Story " + System.nanoTime());
        tool = await().pollInSameThread().atMost(SOON.multipliedBy(3)).until(this::toolId, found -> found != null);
        variables.put("site", Stack.running().url());
        variables.put("operator", "Authorization: Bearer " + Stack.running().token("operator"));
        handbook = Handbook.of("Dead letters", folder, variables);
    }

    @Test
    void aPoisonedVoteIsFoundReadRepairedReplayedAndCounts() throws IOException {
        UUID voter = UUID.randomUUID();
        send(voter, vote(voter, "ship").replaceFirst("}$", ""));
        cast(UUID.randomUUID(), "skip");
        awaitTally(0, 1);

        JsonNode line = awaitLine(voter);
        variables.put("id", line.path("id").asString());
        assertThat(line.path("consumer").asString()).isEqualTo("vote-counter");
        assertThat(line.path("cause").asString()).isEqualTo("the value is not JSON");

        JsonNode letter = handbook.type("dead-letters/$id\"");
        assertThat(letter.path("topic").asString()).isEqualTo("vote.cast.v1");
        assertThat(letter.at("/value/text").asString())
                .contains(voter.toString())
                .doesNotEndWith("}");

        JsonNode refused = handbook.type("$id/replay", "release 1.2.3");
        assertThat(refused.path("type").asString()).endsWith("/still-refused");
        awaitTally(0, 1);

        handbook.run("$id/value", "-o value.json");
        Path value = folder.resolve("value.json");
        Files.writeString(value, Files.readString(value) + "}");
        assertThat(handbook.type("$id/replay", "valueHex").path("state").asString())
                .isEqualTo("replayed");
        assertThat(handbook.type("$id/replay", "valueHex").path("state").asString())
                .isEqualTo("replayed");

        awaitTally(1, 1);
        assertThat(handbook.type("?state=waiting").toString()).doesNotContain(voter.toString());
        JsonNode audit = Handbook.of("Who did what", folder, variables).type("/audit");
        List<String> acts = audit.path("entries")
                .valueStream()
                .filter(entry -> entry.path("subject").asString().equals("dead-letter:" + variables.get("id")))
                .map(entry -> entry.path("action").asString() + " because "
                        + entry.path("reason").asString())
                .toList();
        assertThat(acts)
                .containsExactly(
                        "replay because a bracket was missing", "replay-refused because release 1.2.3 reads it");
        assertTalliesAreRight();
    }

    @Test
    void aRepairedVoteDoesNotUndoWhatItsVoterChoseLater() throws IOException {
        UUID voter = UUID.randomUUID();
        send(voter, vote(voter, "ship").replaceFirst("}$", ""));
        cast(voter, "skip");
        awaitTally(0, 1);
        variables.put("id", awaitLine(voter).path("id").asString());

        Files.writeString(folder.resolve("value.json"), vote(voter, "ship"));
        assertThat(handbook.type("$id/replay", "valueHex").path("state").asString())
                .isEqualTo("replayed");

        assertThat(tally()).isEqualTo(new Counts(0, 1));
        assertTalliesAreRight();
    }

    @Test
    void whatIsNotWantedIsDroppedOnThePagesToo() {
        UUID voter = UUID.randomUUID();
        send(voter, "nothing of use");
        String id = awaitLine(voter).path("id").asString();
        Visitor operator = Visitor.bearing(Stack.running().token("operator"));
        String page = operator.get("/desk/operations/vote/dead-letters/" + id).body();
        assertThat(page).contains("nothing of use", "vote-counter");
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        String drop = "/desk/operations/vote/dead-letters/" + id + "/drop";

        assertThat(operator.submit(drop, Map.of("reason", "a story", "formToken", "made up"))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> done = operator.submit(drop, Map.of("reason", "a story", "formToken", token.group(1)));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(operator.json("/api/v1/operations/vote/dead-letters/" + id)
                        .path("state")
                        .asString())
                .isEqualTo("dropped");
    }

    @Test
    void aPausedCounterTakesVotesAndCountsThemWhenItGoesOn() {
        Visitor operator = Visitor.bearing(Stack.running().token("operator"));
        String counter = "/api/v1/operations/vote/switches/vote-counter";
        try {
            assertThat(operator.put(counter, "{\"paused\": true, \"reason\": \"a story\"}")
                            .statusCode())
                    .isEqualTo(200);
            await().atMost(SOON).until(OperatorStoryIT::counterIsPaused);

            cast(UUID.randomUUID(), "ship");

            await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> tally().equals(new Counts(0, 0)));
        } finally {
            operator.put(counter, "{\"paused\": false, \"reason\": \"a story\"}");
        }
        awaitTally(1, 0);
    }

    @Test
    void onlyOperatorsMayLook() {
        for (String service : List.of("catalog", "review", "vote", "newsletter")) {
            for (String path : List.of(
                    "/api/v1/operations/" + service + "/dead-letters",
                    "/api/v1/operations/" + service + "/audit",
                    "/api/v1/operations/" + service + "/switches",
                    "/desk/operations/" + service)) {
                assertThat(new Visitor().get(path).statusCode()).as(path).isEqualTo(401);
                assertThat(Visitor.bearing(Stack.running().token("editor"))
                                .get(path)
                                .statusCode())
                        .as(path)
                        .isEqualTo(403);
                assertThat(Visitor.bearing(Stack.running().token("operator"))
                                .get(path)
                                .statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        }
    }

    private JsonNode awaitLine(UUID voter) {
        return await().atMost(SOON)
                .until(
                        () -> handbook.type("?state=waiting")
                                .path("deadLetters")
                                .valueStream()
                                .filter(letter -> letter.path("key").asString().endsWith(voter.toString()))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    private void awaitTally(int ships, int skips) {
        await().atMost(SOON).untilAsserted(() -> assertThat(tally()).isEqualTo(new Counts(ships, skips)));
    }

    private Counts tally() {
        return Counts.of(new Visitor().json("/api/v1/tools/" + slug + "/tally"));
    }

    private static void assertTalliesAreRight() {
        JsonNode check = new Visitor("http://127.0.0.1:" + Stack.running().port("vote-service"))
                .with("Authorization", "Bearer " + Stack.running().token("operator"))
                .json("/api/v1/votes/check");
        assertThat(check.path("differences").isEmpty()).isTrue();
    }

    private String vote(UUID voter, String choice) {
        return """
                {"toolId":"%s","voterId":"%s","choice":"%s","tier":"device","networkHash":null,"referrerKind":"none",\
                "castAt":"2026-11-24T10:00:00.000001Z"}""".formatted(tool, voter, choice);
    }

    private void cast(UUID voter, String choice) {
        send(voter, vote(voter, choice));
    }

    /// Past every service, as a producer with a fault would.
    private void send(UUID voter, String value) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("vote.cast.v1", tool + ":" + voter, value.getBytes(UTF_8)))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String toolId() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("catalog.tool.v1").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            String found = null;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var received : consumer.poll(Duration.ofSeconds(1))) {
                    if (slug.equals(
                            Stack.JSON.readTree(received.value()).path("slug").asString(""))) {
                        found = received.key();
                    }
                }
            }
            return found;
        }
    }

    /// As a copy of the service says of itself.
    private static boolean counterIsPaused() {
        return new Visitor("http://127.0.0.1:" + Stack.running().port("vote-service"))
                .with("Authorization", "Bearer " + Stack.running().token("operator"))
                .json("/actuator/health")
                .at("/components/pauses/details/paused")
                .valueStream()
                .anyMatch(name -> name.asString().equals("vote-counter"));
    }

    private static String broker() {
        return "127.0.0.1:" + Stack.running().port("kafka");
    }
}
