package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SupervisorTest {

    @TempDir
    private Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private DataFolder data;
    private Supervisor supervisor;
    private volatile boolean stuck;

    @BeforeEach
    void supervise() {
        data = new DataFolder(folder);
        data.take();
        supervisor =
                new Supervisor(new StackFile(data, "http://localhost:8080")::write, said::add, Duration.ofMillis(50));
    }

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    @Test
    void theStackFileNamesEveryProcessWhileItRuns() throws IOException {
        Unit unit = sleeper("vote-service");

        supervisor.start(unit);

        JsonNode file = StackFile.read(data);
        assertThat(file.path("url").asString()).isEqualTo("http://localhost:8080");
        JsonNode process = file.path("processes").path(0);
        assertThat(process.propertyNames()).containsExactly("name", "pid", "port", "httpPort", "log");
        assertThat(process.path("name").asString()).isEqualTo("vote-service");
        assertThat(process.path("port").asInt()).isEqualTo(unit.port());
        assertThat(Path.of(process.path("log").asString())).isRegularFile();
        assertThat(ProcessHandle.of(process.path("pid").asLong())).isPresent();
        assertThat(said).singleElement().asString().startsWith("vote-service").contains("ready in");
    }

    @Test
    void aProcessThatDiesIsStartedAgainWithinFiveSecondsAndSaysSo() throws IOException {
        supervisor.start(sleeper("vote-service"));
        long first = pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(5)).until(() -> pid() != first);
        await().until(() -> said.size() == 3);
        assertThat(said.get(1)).isEqualTo("vote-service died with exit code 137, it is started again");
        assertThat(said.get(2)).startsWith("vote-service is ready again");
    }

    @Test
    void aProcessThatSaysItIsStuckIsReplaced() throws IOException {
        supervisor.start(sleeper("vote-service"));
        long first = pid();

        stuck = true;
        await().atMost(Duration.ofSeconds(5)).until(() -> said.size() > 1);
        stuck = false;

        await().atMost(Duration.ofSeconds(5)).until(() -> pid() != first);
        assertThat(said.get(1)).isEqualTo("vote-service says that it is stuck, it is ended");
    }

    @Test
    void stoppingEndsEveryProcess() throws IOException {
        supervisor.start(sleeper("vote-service"));
        ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();

        supervisor.stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(said).hasSize(1);
    }

    @Test
    void aProcessThatNeverGetsReadyIsGivenUpWithTheReason() {
        assertThatThrownBy(() -> supervisor.start(failing("broken configuration")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("vote-service does not start: broken configuration (its log is ");
    }

    @Test
    void aStrangerWhoAnswersAtThePortIsNotTakenForTheProcess() throws IOException {
        Unit stranger = sleeper("stranger");
        supervisor.start(stranger);

        assertThatThrownBy(() -> supervisor.start(
                        unit("vote-service", stranger.port(), Sleeper.command(Sleeper.Failing.class, "port in use"))))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("vote-service does not start: port in use");
    }

    @Test
    void copiesOfAServiceAreNamedApartAndStartedAgainEachForItself() throws IOException {
        supervisor.start(sleeper(Copies.name("vote-service", 0)), sleeper(Copies.name("vote-service", 1)));
        long first = pid(0);
        long second = pid(1);

        ProcessHandle.of(second).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(5)).until(() -> pid(1) != second);
        assertThat(pid(0)).isEqualTo(first);
        JsonNode processes = StackFile.read(data).path("processes");
        assertThat(processes.path(1).path("name").asString()).isEqualTo("vote-service-2");
        assertThat(processes.path(1).path("log").asString()).endsWith("vote-service-2.log");
        assertThat(said).contains("vote-service-2 died with exit code 137, it is started again");
    }

    @Test
    void theReasonIsTheInnermostCauseOrWhatSpringBootMakesOfIt() {
        assertThatThrownBy(() -> supervisor.start(failing("Caused by: outer\nCaused by: inner\n\tat x.Y\n... 9 more")))
                .hasMessageContaining("does not start: Caused by: inner (");
        assertThatThrownBy(() -> new Supervisor(_ -> {}, said::add)
                        .start(failing(
                                "Caused by: inner\n\nDescription:\n\nPort 8081 was in use.\n\nAction:\n\nThink")))
                .hasMessageContaining("does not start: Port 8081 was in use. (");
    }

    @Test
    void aReplacedLogIsRefusedAtOnceWithTheRemedy() {
        assertThatThrownBy(() -> supervisor.start(failing("12:00 ERROR LOG REPLACED topic=x: it was log a")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("LOG REPLACED topic=x: it was log a - bring back the Kafka data");
        assertThat(said).isEmpty();
    }

    @Test
    void aDatabaseThatANewerProgramHasChangedIsRefusedAtOnce() {
        assertThatThrownBy(() -> supervisor.start(
                        failing("Caused by: x: Detected applied migration not resolved locally: 99. Run repair.")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("the database of vote-service was changed by a newer program")
                .hasMessageContaining("--data DIR");
    }

    @Test
    void whoDiesWhileTheDiskIsFullIsStartedAgainAndWrittenDownWhenThereIsRoom() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no " + full + " on this system");
        supervisor.start(sleeper("vote-service"));
        long first = pid();
        Path writing = folder.resolve("stack.json.new");
        Files.createSymbolicLink(writing, full);

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> said.stream().anyMatch(line -> line.contains("ready again")));
        assertThat(said)
                .filteredOn(line -> line.startsWith("cannot write down"))
                .hasSize(1);
        assertThat(pid()).as("not written down yet").isEqualTo(first);

        Files.delete(writing);
        await().atMost(Duration.ofSeconds(10)).until(() -> pid() != first);
    }

    @Test
    void whatRanOnceIsTriedAgainUntilItCanBeStarted() throws IOException {
        var broken = new AtomicBoolean();
        int port = FreePort.next();
        Unit unit = new Unit(
                "vote-service",
                Unit.Layer.SERVICE,
                port,
                Map.of("httpPort", port),
                data.log("vote-service"),
                () -> {
                    if (broken.get()) {
                        throw new FileSystemException("/data/log", null, "Read-only file system");
                    }
                    return new ProcessBuilder(
                            new Jvm(16, false).command(data, "vote-service", Sleeper.command("" + port)));
                },
                Unit.saysSo("listening", port, "/"),
                () -> stuck);
        supervisor.start(unit);
        long first = pid();

        broken.set(true);
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> said.contains(
                        "vote-service cannot be started: /data/log: Read-only file system; it is tried again"));
        broken.set(false);

        await().atMost(Duration.ofSeconds(10)).until(() -> pid() != first);
    }

    @Test
    void whatNeverRanIsGivenUpWithTheReason() {
        var unit = new Unit(
                "kafka",
                Unit.Layer.LOG,
                1,
                Map.of(),
                data.log("kafka"),
                () -> {
                    throw new FileSystemException("/data/log", null, "Read-only file system");
                },
                _ -> true);

        assertThatThrownBy(() -> supervisor.start(unit))
                .isInstanceOf(Refused.class)
                .hasMessage("kafka cannot be started: /data/log: Read-only file system");
    }

    @Test
    void whatAnEarlierProcessSaidIsForgotten() throws IOException {
        Files.writeString(data.log("vote-service"), "LOG REPLACED topic=x\n");

        assertThatThrownBy(() -> supervisor.start(failing("other trouble"))).hasMessageContaining("other trouble");
    }

    private long pid() {
        return pid(0);
    }

    private long pid(int unit) {
        return StackFile.read(data).path("processes").path(unit).path("pid").asLong();
    }

    private Unit sleeper(String name) throws IOException {
        int port = FreePort.next();
        return unit(name, port, Sleeper.command("" + port));
    }

    private Unit failing(String words) {
        return unit("vote-service", 1, Sleeper.command(Sleeper.Failing.class, words));
    }

    private Unit unit(String name, int port, List<String> words) {
        return new Unit(
                name,
                Unit.Layer.SERVICE,
                port,
                Map.of("httpPort", port),
                data.log(name),
                () -> new ProcessBuilder(new Jvm(16, false).command(data, name, words)),
                Unit.saysSo("listening", port, "/"),
                () -> stuck);
    }
}
