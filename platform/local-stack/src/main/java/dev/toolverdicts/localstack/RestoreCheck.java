package dev.toolverdicts.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Whether a system that has come back from a backup is right: everything in its log is applied,
/// every tally is the count of its votes, and nobody who was erased is back.
final class RestoreCheck {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String DELETIONS = "/actuator/deletions";

    /// Whether everything in the log is applied, and everything that is to be in it is there.
    @FunctionalInterface
    interface Quiet {
        boolean reached() throws IOException, InterruptedException;

        /// What an operator had paused when the backup was made, and is not waited for.
        default List<String> leftOut() throws IOException {
            return List.of();
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Quiet quiet;
    private final String votes;
    private final String newsletter;
    private final String token;
    private final Consumer<String> say;
    private final List<String> wrong = new ArrayList<>();

    /// @param votes where vote-service is
    /// @param newsletter where newsletter-service is
    /// @param token an operator's
    RestoreCheck(Quiet quiet, String votes, String newsletter, String token, Consumer<String> say) {
        this.quiet = quiet;
        this.votes = votes;
        this.newsletter = newsletter;
        this.token = token;
        this.say = say;
    }

    /// @return what is wrong, nothing when all is well
    List<String> run() throws IOException, InterruptedException {
        awaitQuiet();
        deleteVotesAgain();
        awaitQuiet();
        checkTallies();
        checkErasures();
        tellOfPauses();
        return List.copyOf(wrong);
    }

    private void awaitQuiet() throws IOException, InterruptedException {
        if (!await(quiet)) {
            wrong.add("not all of the log was applied within %d min".formatted(PATIENCE.toMinutes()));
        }
    }

    private static boolean await(Quiet reached) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.reached()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(Duration.ofMillis(200));
        }
        return true;
    }

    /// Of voters who deleted theirs after the backup was made.
    private void deleteVotesAgain() throws IOException, InterruptedException {
        JsonNode begun = ask("POST", votes + DELETIONS);
        if (!begun.path("kept").asBoolean(false)) {
            wrong.add("vote-service keeps no list of voters who deleted their votes");
        } else if (await(() -> ask("GET", votes + DELETIONS).path("waiting").asInt(1) == 0)) {
            say.accept("deletions checked: %d voters on the list, votes of %d deleted again"
                    .formatted(
                            begun.path("listed").asInt(),
                            ask("GET", votes + DELETIONS).path("deletedAgain").asInt()));
        } else {
            wrong.add(
                    "votes that were deleted are not all deleted again within %d min".formatted(PATIENCE.toMinutes()));
        }
    }

    private void checkTallies() throws InterruptedException {
        JsonNode check = ask("GET", votes + "/api/v1/votes/check");
        JsonNode differences = check.path("differences");
        if (!differences.isArray()) {
            wrong.add("vote-service does not answer whether its tallies are right");
        } else if (!differences.isEmpty()) {
            wrong.add("%d tallies are not the count of their votes: %s".formatted(differences.size(), differences));
        } else {
            say.accept("tallies checked: %d tools, %d votes, no difference"
                    .formatted(check.path("tools").asLong(), check.path("votes").asLong()));
        }
    }

    private void checkErasures() throws InterruptedException {
        JsonNode state = ask("GET", newsletter + "/actuator/erasures");
        if (!state.path("kept").asBoolean(false)) {
            wrong.add("newsletter-service keeps no list of who was erased");
        } else if (state.path("standing").asInt(-1) != 0) {
            wrong.add("%d persons who were erased are back"
                    .formatted(state.path("standing").asInt(-1)));
        } else {
            say.accept("erasures checked: %d on the list, %d erased again, nobody is back"
                    .formatted(
                            state.path("listed").asInt(),
                            state.path("erasedAgain").asInt()));
        }
    }

    private void tellOfPauses() throws IOException {
        for (String paused : quiet.leftOut()) {
            say.accept("%s is paused, as when the backup was made: what waits for it is not applied until it is resumed"
                    .formatted(paused));
        }
    }

    /// Nothing as long as there is no answer that says something.
    private JsonNode ask(String method, String address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Json.MAPPER.readTree(answer.body()) : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
