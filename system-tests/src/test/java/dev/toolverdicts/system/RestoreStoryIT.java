package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The drill: a system is backed up while it runs, goes on, and comes back from the backup
/// elsewhere. The database and the log of the one that all stories share stand still for a moment,
/// so this comes late.
@Order(Integer.MAX_VALUE - 3)
class RestoreStoryIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path temporary;

    private Path backup;
    private Path elsewhere;
    private Process restored;

    @BeforeEach
    void places() throws IOException {
        // PostgreSQL may have to run as somebody else, who must be able to enter.
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        backup = temporary.resolve("a backup");
        elsewhere = temporary.resolve("another folder");
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (restored != null) {
            restored.destroy();
            if (!restored.waitFor(90, TimeUnit.SECONDS)) {
                restored.destroyForcibly();
            }
        }
    }

    @Test
    void aRestoredSystemIsRightAndWhoWasErasedSinceStaysErased() throws Exception {
        String slug =
                Sample.newTool(Visitor.bearing(Stack.running().token("editor")), "Restore Story " + System.nanoTime());
        String tally = "/api/v1/tools/" + slug + "/tally";
        Visitor stays = new Visitor();
        Visitor deletes = new Visitor();
        vote(stays, slug);
        vote(deletes, slug);
        awaitTally(new Visitor(), tally, 2);
        var bob = new Subscriber("bob");
        bob.confirm();
        var ada = new Subscriber("ada");
        ada.confirm();

        assertThat(start("backup", backup.toString(), "--data", data().toString()))
                .contains("database and log stood still for ", "Backed up to " + backup);

        vote(new Visitor(), slug);
        awaitTally(new Visitor(), tally, 3);
        erase(ada);
        await().atMost(SOON).until(() -> deletes.delete("/api/v1/my-votes").statusCode() == 200);
        awaitTally(new Visitor(), tally, 2);

        String said = start(
                "restore",
                backup.toString(),
                "--erasures",
                data().resolve("erasures").toString(),
                "--data",
                elsewhere.toString());

        assertThat(said)
                .contains(
                        "votes of 1 deleted again",
                        "no difference",
                        "1 erased again, nobody is back",
                        "Restored from " + backup + " to " + elsewhere);
        String url = startAgain();
        awaitTally(new Visitor(url), tally, 1);
        assertThat(subscribers(bob.address())).containsExactly("confirmed");
        assertThat(subscribers(ada.address())).isEmpty();
        assertThat(new Visitor(url).get("/tool/" + slug).statusCode()).isEqualTo(200);
    }

    private static void vote(Visitor visitor, String slug) {
        await().atMost(SOON)
                .until(() -> visitor.put("/api/v1/tools/" + slug + "/vote", "{\"choice\": \"ship\"}")
                                .statusCode()
                        == 202);
    }

    private static void awaitTally(Visitor visitor, String tally, int ships) {
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(Counts.of(visitor.json(tally))).isEqualTo(new Counts(ships, 0)));
    }

    private static void erase(Subscriber subscriber) {
        await().atMost(SOON)
                .until(() -> subscriber
                                .visitor()
                                .submit("/newsletter/privacy", Map.of("email", subscriber.address()))
                                .statusCode()
                        == 200);
        String link = Mailbox.link(new Mailbox().await(subscriber.address(), "data"), "/newsletter/erase");
        assertThat(subscriber
                        .visitor()
                        .submit("/newsletter/erase", Map.of("token", link.substring(link.indexOf('=') + 1)))
                        .statusCode())
                .isEqualTo(200);
    }

    private static Path data() {
        return Stack.running().data();
    }

    private static String start(String... words) {
        var command = new ArrayList<>(List.of(Checkout.ROOT.resolve("start").toString()));
        command.addAll(List.of(words));
        return new Command(Map.of()).says(command.toArray(String[]::new));
    }

    /// @return where the door of the restored system is
    private String startAgain() throws IOException {
        Path output = temporary.resolve("output");
        restored = new ProcessBuilder(
                        Checkout.ROOT.resolve("start").toString(),
                        "--empty",
                        "--port",
                        Integer.toString(FreePorts.one()),
                        "--data",
                        elsewhere.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        await("the restored system is ready")
                .atMost(Duration.ofMinutes(5))
                .until(() -> Files.readString(output).contains("Tool Verdicts is ready at"));
        return description().path("url").asString();
    }

    private JsonNode description() throws IOException {
        return Stack.JSON.readTree(Files.readString(elsewhere.resolve("stack.json")));
    }

    /// What the restored database says of an address, whichever way it is written.
    private List<String> subscribers(String address) throws IOException, SQLException {
        int port = description()
                .path("processes")
                .valueStream()
                .filter(process -> process.path("name").asString().equals("postgres"))
                .findFirst()
                .orElseThrow()
                .path("port")
                .asInt();
        String password = Files.readString(elsewhere.resolve("secrets/newsletter-database"))
                .strip();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%d/newsletter".formatted(port), "newsletter", password);
                var statement = connection.prepareStatement(
                        "SELECT status FROM subscriber WHERE subscriber::text ILIKE '%' || ? || '%'")) {
            statement.setString(1, address);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }
}
