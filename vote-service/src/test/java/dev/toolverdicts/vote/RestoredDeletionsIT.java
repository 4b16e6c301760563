package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.vote.Catalog.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A vote that a deletion has taken out comes back as an older log would bring it: with the bytes
/// and the time it had.
class RestoredDeletionsIT extends WholeService {

    private Visitor visitor;
    private Tool tool;
    private UUID voter;
    private ConsumerRecord<String, byte[]> vote;

    @BeforeEach
    void aVoteThatWasDeleted() {
        visitor = new Visitor(port);
        tool = catalog.announce();
        visitor.own(tool.slug(), receipt(visitor.cast(tool.slug(), "ship")));
        voter = UUID.fromString(
                json(visitor.get("/api/v1/my-votes/export")).get("voterId").asString());
        vote = topics.read("vote.cast.v1", tool.id() + ":" + voter).getFirst();
        assertThat(visitor.deleteVotes().body()).isEqualTo("{\"votes\":1}");
        visitor.awaitTally(tool.slug(), 0, 0);
    }

    @Test
    void aDeletionIsOnTheList() throws IOException {
        assertThat(listed()).hasSize(1);
    }

    /// The files that name the voter, once for each time.
    private List<Path> listed() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target/deletions"))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> content(file)
                            .lines()
                            .filter(line -> line.endsWith(voter.toString()))
                            .map(_ -> file))
                    .toList();
        }
    }

    @Test
    void aVoteThatComesBackIsDeletedAgain() {
        topics.send(vote.topic(), vote.key(), vote.value());
        visitor.awaitTally(tool.slug(), 1, 0);
        int before = state().path("deletedAgain").asInt();

        JsonNode begun = json(visitor.send(operator("/actuator/deletions").POST(BodyPublishers.noBody())));

        assertThat(begun.path("kept").asBoolean()).isTrue();
        await().atMost(SOON).until(() -> state().path("waiting").asInt() == 0);
        assertThat(state().path("deletedAgain").asInt()).isEqualTo(before + 1);
        visitor.awaitTally(tool.slug(), 0, 0);
        assertThat(json(visitor.get("/api/v1/my-votes")).get("votes")).isEmpty();
        assertThat(check.run().differences()).isEmpty();
    }

    @Test
    void whoHasVotedSinceKeepsThatVote() {
        visitor.own(tool.slug(), receipt(visitor.cast(tool.slug(), "skip")));

        visitor.send(operator("/actuator/deletions").POST(BodyPublishers.noBody()));

        await().atMost(SOON).until(() -> state().path("waiting").asInt() == 0);
        visitor.awaitTally(tool.slug(), 0, 1);
    }

    @Test
    void whatHasComeBackIsDeletedAlsoOfAVoterWhoHasVotedSince() throws IOException {
        Tool other = catalog.announce();
        receipt(visitor.cast(other.slug(), "ship"));
        visitor.awaitTally(other.slug(), 1, 0);
        topics.send(vote.topic(), vote.key(), vote.value());
        visitor.awaitTally(tool.slug(), 1, 0);

        visitor.send(operator("/actuator/deletions").POST(BodyPublishers.noBody()));

        await().atMost(SOON).until(() -> state().path("waiting").asInt() == 0);
        visitor.awaitTally(tool.slug(), 0, 0);
        visitor.awaitTally(other.slug(), 1, 0);
        // Another line with a later moment would have the next pass delete the new vote too.
        assertThat(listed()).hasSize(1);
    }

    /// A database from a backup brings ballots on two tools back, which no log has.
    @Test
    void aBallotThatHasComeBackIsDeletedAgainAndALaterOneIsNot() {
        String old = tool.slug() + "-vs-" + catalog.announce().slug();
        String later = tool.slug() + "-vs-" + catalog.announce().slug();
        choose(old);
        jdbc.sql("UPDATE duel SET cast_at = cast_at - interval '1 hour' WHERE voter_id = ?")
                .param(voter)
                .update();
        choose(later);
        int before = state().path("deletedAgain").asInt();

        visitor.send(operator("/actuator/deletions").POST(BodyPublishers.noBody()));

        await().atMost(SOON).until(() -> state().path("deletedAgain").asInt() == before + 1);
        assertThat(json(visitor.get("/api/v1/duels/" + old)).get("winner").isNull())
                .isTrue();
        assertThat(json(visitor.get("/api/v1/duels/" + old)).get("winsA").asLong())
                .isZero();
        assertThat(json(visitor.get("/api/v1/duels/" + later)).get("winner").asString())
                .isEqualTo("a");
    }

    private void choose(String pair) {
        await().atMost(SOON)
                .until(() -> visitor.send(visitor.to("/api/v1/duels/" + pair)
                                        .header("Content-Type", "application/json")
                                        .PUT(BodyPublishers.ofString("{\"winner\": \"a\"}")))
                                .statusCode()
                        == 200);
    }

    @Test
    void aLongListIsGoneThroughAtOnce() throws IOException {
        topics.send(vote.topic(), vote.key(), vote.value());
        visitor.awaitTally(tool.slug(), 1, 0);
        Path more = listed().getFirst().resolveSibling("2026-11-23-more.deleted");
        Files.writeString(
                more,
                Stream.generate(() -> "2026-11-23T12:00:00Z " + UUID.randomUUID() + "\n")
                        .limit(20_000)
                        .collect(Collectors.joining()));
        try {
            JsonNode begun = json(visitor.send(operator("/actuator/deletions").POST(BodyPublishers.noBody())));

            assertThat(begun.path("listed").asInt()).isGreaterThan(20_000);
            await().atMost(SOON).until(() -> state().path("waiting").asInt() == 0);
        } finally {
            Files.delete(more);
        }
        visitor.awaitTally(tool.slug(), 0, 0);
    }

    @Test
    void onlyOperatorsMay() {
        assertThat(visitor.get("/actuator/deletions").statusCode()).isEqualTo(401);
        assertThat(visitor.send(visitor.to("/actuator/deletions")
                                .header("Authorization", TestTokens.bearer("editor"))
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
    }

    private JsonNode state() {
        return json(visitor.send(operator("/actuator/deletions")));
    }

    private HttpRequest.Builder operator(String path) {
        return visitor.to(path).header("Authorization", TestTokens.bearer("operator"));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
