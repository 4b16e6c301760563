package dev.toolverdicts.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The running system, started once for all stories by the command of the README and stopped
/// with the JVM. `-Dstack.data=DIR` uses one that runs already, `-Dstack.options=…` are more
/// words for the command.
public final class Stack {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String START = Checkout.ROOT.resolve("start").toString();
    private static final Map<String, String> SETTINGS = Map.of(
            "GATEWAY_RATE_WRITES_PER_SECOND", "1000000",
            "GATEWAY_RATE_READS_PER_SECOND", "1000000",
            "GATEWAY_READS_ANONYMOUS_BURST", "1000000",
            "GATEWAY_QUOTA_NETWORK_BURST", "1000000",
            "GATEWAY_QUOTA_DEVICE_BURST", "1000000",
            "GATEWAY_QUOTA_SUBJECT_BURST", "1000000",
            "NEWSLETTER_DEFENCE_NETWORK_LIMIT", "1000000",
            // One story waits for a category's order to be reckoned again.
            "VOTE_RANKING_REFRESH_EVERY", "5s");
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    private static volatile @Nullable Stack starting;

    static {
        // Every wait looks for the first time after one such pause; a tenth of a second is usual.
        Awaitility.setDefaultPollInterval(Duration.ofMillis(50));
    }

    private final Path data;
    private final @Nullable MailSwitch mails;
    private final @Nullable Spans spans;
    private final Map<List<String>, String> tokens = new ConcurrentHashMap<>();

    private Stack(Path data, @Nullable MailSwitch mails, @Nullable Spans spans) {
        this.data = data;
        this.mails = mails;
        this.spans = spans;
    }

    /// A class of its own: while a class is being initialised, no other thread can call it, and waiting
    /// for readiness asks from another thread.
    private static final class Running {
        static final Stack STACK = start();
    }

    public static Stack running() {
        return Running.STACK;
    }

    /// The same, but it may still be starting: what it needs for that must not wait for it.
    public static Stack starting() {
        Stack stack = starting;
        if (stack == null) {
            throw new IllegalStateException("nobody has started it");
        }
        return stack;
    }

    public String url() {
        return description().path("url").asString();
    }

    /// What an operator finds in `stack.json`.
    public JsonNode description() {
        try {
            return JSON.readTree(Files.readString(data.resolve("stack.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode process(String name) {
        return description()
                .path("processes")
                .valueStream()
                .filter(process -> process.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process " + name + " in " + description()));
    }

    /// The names of all.
    public List<String> processes() {
        return description()
                .path("processes")
                .valueStream()
                .map(process -> process.path("name").asString())
                .toList();
    }

    /// Through which the newsletter's mail goes when `-Dmails.readers` asks for it.
    public Optional<MailSwitch> mails() {
        return Optional.ofNullable(mails);
    }

    /// What its processes have traced, where `-Dstack.traces` asks them to.
    Optional<Spans> spans() {
        return Optional.ofNullable(spans);
    }

    /// Where it keeps everything.
    Path data() {
        return data;
    }

    public int port(String process) {
        return process(process).path("port").asInt();
    }

    public String secret(String name) {
        try {
            return Files.readString(data.resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A token as `./start token` prints it; each is asked for once.
    public String token(String role, String... options) {
        var words = new ArrayList<>(List.of("token", role));
        words.addAll(List.of(options));
        String token = tokens.computeIfAbsent(words, this::printed);
        KnownSecrets.add("access token", token);
        return token;
    }

    private String printed(List<String> words) {
        var command = new ArrayList<>(List.of(START));
        command.addAll(words);
        command.addAll(List.of("--data", data.toString()));
        return new Command(Map.of()).says(command.toArray(String[]::new));
    }

    private static Stack start() {
        String given = System.getProperty("stack.data", "");
        if (!given.isBlank()) {
            return begin(Path.of(given).toAbsolutePath(), null, null);
        }
        try {
            StackFolder folder = StackFolder.create();
            Path output = StackFolder.OUTPUT;
            MailSwitch mails = mailSwitch();
            Spans spans = spans(System.getProperty("stack.traces", ""));
            Stack stack = begin(folder.data(), mails, spans);
            folder.tellBroker(System.getProperty("stack.broker", ""));
            Process process = command(folder.data(), mails, spans)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> folder.removeAfter(process)));
            await("./start is ready")
                    .atMost(READY_WITHIN)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> isReady(process, output));
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stack begin(Path data, @Nullable MailSwitch mails, @Nullable Spans spans) {
        var stack = new Stack(data, mails, spans);
        starting = stack;
        return stack;
    }

    /// Only for the run that kills senders.
    private static @Nullable MailSwitch mailSwitch() throws IOException {
        return System.getProperty("mails.readers", "").isBlank()
                ? null
                : MailSwitch.open(() -> starting().port("mailbox"));
    }

    private static @Nullable Spans spans(String share) throws IOException {
        return share.isBlank() ? null : Spans.open(share);
    }

    /// Many votes of one machine are what limits are there to stop: here they are wanted. Nor can a run
    /// wait a quarter of an hour until a killed sender's rows are given up for lost.
    private static ProcessBuilder command(Path data, @Nullable MailSwitch mails, @Nullable Spans spans)
            throws IOException {
        var words =
                new ArrayList<>(List.of(START, "--port", Integer.toString(FreePorts.one()), "--data", data.toString()));
        String more = System.getProperty("stack.options", "");
        if (!more.isBlank()) {
            words.addAll(List.of(more.strip().split(" +")));
        }
        var builder = new ProcessBuilder(words);
        SETTINGS.forEach(builder.environment()::putIfAbsent);
        if (spans != null) {
            builder.environment().putAll(spans.settings());
        }
        if (mails != null) {
            builder.environment().put("MAIL_PORT", Integer.toString(mails.port()));
            builder.environment().put("NEWSLETTER_DISPATCH_LEASE", "10s");
        }
        for (String pair : System.getProperty("stack.environment", "").split(",", -1)) {
            if (pair.contains("=")) {
                builder.environment().put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
            }
        }
        return builder;
    }

    private static boolean isReady(Process process, Path output) throws IOException {
        String said = Files.readString(output);
        if (!process.isAlive()) {
            throw new IllegalStateException("./start ended:\n" + said);
        }
        return said.contains("Tool Verdicts is ready at");
    }
}
