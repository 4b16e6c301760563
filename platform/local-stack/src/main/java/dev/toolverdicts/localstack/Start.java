package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
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
                case "prepare" -> new Packages(home, Start::say).prepare();
                default -> throw new Refused(Options.USAGE);
            }
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static void run(Path home, Options options, DataFolder data)
            throws IOException, InterruptedException, SQLException {
        if (!data.take()) {
            JsonNode running = StackFile.read(data);
            System.out.println("Tool Verdicts is already running"
                    + (running == null ? "" : " at " + running.path("url").asString()));
            return;
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
