package dev.toolverdicts.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Nothing that is secret stands in a log, a topic or a trace, whatever the stories before have done. What must stand
/// there is looked for the same way, so that a search that finds nothing is seen.
@Order(Integer.MAX_VALUE - 4)
class RedactionIT {

    /// Shown to whoever starts the stack.
    private static final String SIGN_IN = "identity-password";

    private static final Pattern PRIVATE_PART = Pattern.compile("\"d\"\\s*:\\s*\"([^\"]+)\"");

    /// One request in twenty is traced.
    private static final int TRACED_SOMETIMES = 100;

    private static Map<String, String> secrets;
    private static String slug;

    /// What is refused is logged more easily than what goes well.
    @BeforeAll
    static void aStoryWithSecrets() throws IOException {
        String token = Stack.running().token("editor");
        slug = Sample.newTool(Visitor.bearing(token), "Redaction Story " + System.nanoTime());
        Visitor voter = new Visitor();
        voter.put("/api/v1/tools/" + slug + "/vote", Choice.SHIP.json());
        voter.put("/api/v1/tools/" + slug + "/vote", "{");
        Subscriber reader = new Subscriber("redaction");
        String preferences = reader.confirm();
        for (int i = 0; i < TRACED_SOMETIMES; i++) {
            voter.get(preferences);
            voter.put("/api/v1/tools/" + slug + "/vote", Choice.SHIP.json());
        }
        voter.get(preferences.replace("/preferences", "/erase"));
        voter.post("/api/v1/newsletter/subscriptions", "{\"email\": \"%s\", ".formatted(reader.address()));
        voter.post("/api/v1/newsletter/subscriptions", "{\"email\": \"%s\\u0000\"}".formatted(reader.address()));
        voter.submit("/newsletter/subscribe", Map.of("email", reader.address() + ",", "source", "x"));
        voter.get("/newsletter/nothing?token=" + Subscriber.tokenIn(preferences));
        Visitor.bearing(token + "x").get("/api/v1/tools/" + slug);
        Visitor.bearing(token).post("/api/v1/tools", "{\"name\": \"%s\"}".formatted(token));
        new Visitor()
                .with("Cookie", "voter=" + voter.cookies().get("voter") + "x")
                .get("/api/v1/my-votes");
        await().until(() -> new Visitor().get("/tool/" + slug).statusCode() == 200);
        secrets = new HashMap<>(KnownSecrets.all());
        secrets.putAll(ofTheStack());
    }

    /// Two files may have the same one: a list of keys begins with the secret that has signed before.
    private static Map<String, String> ofTheStack() throws IOException {
        Map<String, String> found = new HashMap<>();
        try (Stream<Path> files = Files.walk(Stack.running().data().resolve("secrets"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, ISO_8859_1).strip();
                Matcher key = PRIVATE_PART.matcher(content);
                if (key.find()) {
                    found.merge(key.group(1), file.getFileName().toString(), RedactionIT::both);
                } else {
                    content.lines()
                            .map(String::strip)
                            .filter(line -> line.length() >= 8)
                            .forEach(
                                    line -> found.merge(line, file.getFileName().toString(), RedactionIT::both));
                }
            }
        }
        return found;
    }

    private static String both(String one, String other) {
        return one + ", " + other;
    }

    @Test
    void everyKindOfSecretIsKnown() {
        assertThat(secrets.values().stream().flatMap(kinds -> Stream.of(kinds.split(", ", -1))))
                .contains(
                        "address",
                        "mailed token",
                        "access token",
                        "cookie voter",
                        "gateway-client",
                        "gateway-session",
                        "catalog-database",
                        "newsletter-database",
                        "newsletter",
                        "newsletter-signing",
                        "vote",
                        "vote-signing",
                        "signing-key.json");
    }

    @Test
    void noLogTellsOne() throws IOException {
        List<Path> logs;
        try (Stream<Path> files = Files.list(Stack.running().data().resolve("logs"))) {
            logs = files.filter(Files::isRegularFile).toList();
        }
        assertThat(logs).hasSizeGreaterThan(5);
        var all = new StringBuilder();
        List<String> found = new ArrayList<>();
        for (Path log : logs) {
            String text = Files.readString(log, ISO_8859_1);
            all.append(text);
            found.addAll(in(log.getFileName().toString(), text));
        }
        if (Files.exists(StackFolder.OUTPUT)) {
            in("start.log", StackFolder.said()).stream()
                    .filter(each -> !each.startsWith(SIGN_IN))
                    .forEach(found::add);
        }
        assertThat(all).contains("event=tool_added", "slug=" + slug);
        assertThat(found).isEmpty();
    }

    @Test
    void noTopicTellsOne() {
        List<String> found = new ArrayList<>();
        var all = new StringBuilder();
        RawTopics.read("127.0.0.1:" + Stack.running().port("kafka"), (topic, text) -> {
            found.addAll(in(topic, text));
            if (topic.equals("catalog.tool.v1")) {
                all.append(text);
            }
        });
        assertThat(all).contains(slug);
        assertThat(found).isEmpty();
    }

    @Test
    void noTraceTellsOne() {
        Stack.running().spans().ifPresent(spans -> {
            await().untilAsserted(() -> assertThat(spans.raw()).contains("gateway"));
            assertThat(in("traces", spans.raw())).isEmpty();
        });
    }

    /// Which kinds stand there, and how each begins.
    private static List<String> in(String place, String text) {
        return secrets.entrySet().stream()
                .filter(secret -> text.contains(secret.getKey()))
                .map(secret -> "%s in %s: %s…"
                        .formatted(secret.getValue(), place, secret.getKey().substring(0, 6)))
                .toList();
    }
}
