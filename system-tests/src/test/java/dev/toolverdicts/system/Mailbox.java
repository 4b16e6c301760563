package dev.toolverdicts.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/// What the local mailbox has received, by the API that it has in common with Mailpit.
public final class Mailbox {

    private final Visitor visitor;

    Mailbox() {
        this("http://127.0.0.1:"
                + Stack.running().process("mailbox").path("httpPort").asInt());
    }

    /// @param url of another system's
    public Mailbox(String url) {
        visitor = new Visitor(url);
    }

    /// The newest message to an address whose subject has these words, as it came, once it is there.
    public String await(String address, String subject) {
        return Awaitility.await("a mail to " + address + ": " + subject)
                .atMost(Duration.ofSeconds(20))
                .until(() -> find(address, subject), found -> !found.isEmpty())
                .getFirst();
    }

    /// All of them, newest first.
    List<String> find(String address, String subject) {
        return visitor.json("/api/v1/messages")
                .path("messages")
                .valueStream()
                .filter(message -> message.path("Subject").asString().contains(subject))
                .filter(message -> isTo(message, address))
                .map(message -> message.path("ID").asString())
                .map(id -> visitor.get("/api/v1/message/" + id + "/raw").body())
                .toList();
    }

    private static boolean isTo(JsonNode message, String address) {
        return message.path("To")
                .valueStream()
                .anyMatch(to -> to.path("Address").asString().equals(address));
    }

    /// The path and query of the first link to a page, in whatever form its part was sent.
    public static String link(String raw, String page) {
        Pattern link = Pattern.compile("https?://[^/\\s]+(" + page + "\\?token=[A-Za-z0-9_.-]+)");
        return Stream.concat(Stream.of(raw.replaceAll("=\r?\n", "").replace("=3D", "=")), inBase64(raw))
                .map(link::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link to " + page + " in " + raw));
    }

    private static Stream<String> inBase64(String raw) {
        return Pattern.compile("(?i)base64[^\\n]*\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n([A-Za-z0-9+/=\\r\\n]+)")
                .matcher(raw)
                .results()
                .map(part -> new String(Base64.getMimeDecoder().decode(part.group(1)), StandardCharsets.UTF_8));
    }
}
