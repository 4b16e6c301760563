package dev.toolverdicts.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What `./start` does once everything is built.
public final class Start {

    private Start() {}

    /// Prints one line and ends with 1 when it cannot do what was asked.
    public static void main(String[] args) throws Exception {
        Path home = Path.of(System.getProperty("project.home", "."))
                .toAbsolutePath()
                .normalize();
        try {
            Options options = Options.parse(home, args);
            var data = new DataFolder(options.data());
            switch (options.words().isEmpty() ? "" : options.words().getFirst()) {
                case "" -> run(home, options, data);
                case "token" -> System.out.println(token(options, data));
                case "rotate" -> rotation(options, data).rotate(secret(options));
                case "retire" -> rotation(options, data).retire(secret(options));
                case "backup" -> backup(options, data);
                case "restore" -> restore(home, options, data);
                case "prepare" -> new Packages(home, Start::say).prepare();
                default -> throw new Refused(Options.USAGE);
            }
        } catch (Refused refused) {
            fail(refused.getMessage());
        } catch (IOException e) {
            fail("cannot go on: " + Trouble.of(e));
        } catch (UncheckedIOException e) {
            fail("cannot go on: " + Trouble.of(Objects.requireNonNull(e.getCause())));
        }
    }

    private static void fail(@Nullable String why) {
        System.err.println(why);
        System.exit(1);
    }

    private static void run(Path home, Options options, DataFolder data)
            throws IOException, InterruptedException, SQLException {
        if (!data.take()) {
            JsonNode running = StackFile.read(data);
            System.out.println("Tool Verdicts is already running"
                    + (running == null ? "" : " at " + running.path("url").asString()));
            return;
        }
        Integer older = data.upgradedFrom();
        if (older != null && older > 0) {
            say("the data folder %s had version %d and has %d now; an older program refuses it"
                    .formatted(data.root(), older, DataFolder.VERSION));
        }
        List<String> orphans = Orphans.end(data);
        if (!orphans.isEmpty()) {
            say("ended what an earlier start left behind: " + String.join(", ", orphans));
        }
        var ports = new Ports();
        ports.exactly(options.port());
        new Packages(home, Start::say).prepare();
        var stack = new LocalStack(home, options, data, ports, Start::say);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop"));
        stack.start();
        System.out.println("Tool Verdicts is ready at " + stack.url());
        throw new Refused(stack.awaitFailure());
    }

    private static void backup(Options options, DataFolder data) throws IOException {
        Path folder = options.folder();
        new Backup(data, Start::say).to(folder);
        System.out.println("Backed up to " + folder);
    }

    /// The drill too: a system that came up from the backup and is right proves that there is one.
    private static void restore(Path home, Options options, DataFolder data)
            throws IOException, InterruptedException, SQLException {
        Path folder = options.folder();
        new Restore(data, Start::say).from(folder, options.erasures());
        new Packages(home, Start::say).prepare();
        var stack = new LocalStack(home, options, data, new Ports(), Start::say);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop"));
        List<String> wrong = stack.startBehindClosedDoors();
        stack.stop();
        if (!wrong.isEmpty()) {
            throw new Refused("%s was restored to %s, and something is wrong with it: %s"
                    .formatted(folder, data.root(), String.join("; ", wrong)));
        }
        System.out.println("Restored from %s to %s".formatted(folder, data.root()));
    }

    private static Rotation rotation(Options options, DataFolder data) throws IOException {
        data.requireSystem();
        new RotationLog(data).note(options.words().getFirst(), secret(options), options.by());
        return new Rotation(data, Start::untilRead, Start::say);
    }

    private static String secret(Options options) {
        if (options.words().size() != 2) {
            throw new Refused(Options.USAGE);
        }
        return options.words().get(1);
    }

    /// Who uses a file with a secret looks at it once a second.
    static void untilRead() {
        try {
            Thread.sleep(Duration.ofSeconds(4));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(Options options, DataFolder data) throws IOException {
        if (options.words().size() != 2) {
            throw new Refused(Options.USAGE);
        }
        Integer port = identityPort(data);
        if (port == null) {
            throw new Refused(
                    "no system runs with the data folder %s: ./start it, or name the right one with --data DIR"
                            .formatted(data.root()));
        }
        return Identity.of(data, port).token(options.words().get(1), options.critic(), options.subject());
    }

    private static @Nullable Integer identityPort(DataFolder data) {
        JsonNode running = StackFile.read(data);
        if (running != null) {
            for (JsonNode process : running.path("processes")) {
                if (process.path("name").asString("").equals("identity")) {
                    return process.path("port").asInt();
                }
            }
        }
        return null;
    }

    private static void say(String line) {
        System.out.println("  " + line);
    }
}
