package dev.toolverdicts.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MailboxTest {

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private int smtpPort;
    private int httpPort;

    @BeforeEach
    void open() throws IOException {
        smtpPort = FreePort.next();
        httpPort = FreePort.next();
        new Mailbox(new Letters(folder, 3, 1_000_000)).open(smtpPort, httpPort);
    }

    @Test
    void aMailIsListedAsMailpitListsIt() throws Exception {
        send("Grüße <b>", "Hello\n.dot\n", "ann@example.org", "bob@example.org");

        JsonNode list = get("/api/v1/messages");

        assertThat(list.path("total").asInt()).isEqualTo(1);
        JsonNode mail = list.path("messages").path(0);
        assertThat(mail.path("Subject").asString()).isEqualTo("Grüße <b>");
        assertThat(mail.path("From").path("Address").asString()).isEqualTo("desk@example.org");
        assertThat(mail.path("From").path("Name").asString()).isEqualTo("The Desk");
        assertThat(mail.path("To")).hasSize(2);
        assertThat(mail.path("To").path(1).path("Address").asString()).isEqualTo("bob@example.org");
        assertThat(mail.path("Created").asString()).endsWith("Z");
        assertThat(mail.path("Size").asInt()).isPositive();
    }

    @Test
    void aMailCanBeReadRawAndInParts() throws Exception {
        send("One", "Hello\n.dot\n", "ann@example.org");
        String id = get("/api/v1/messages").path("messages").path(0).path("ID").asString();

        assertThat(text("/api/v1/message/" + id + "/raw"))
                .contains("Subject: One\r\n")
                .contains("\r\nHello\r\n.dot");
        assertThat(get("/api/v1/message/" + id).path("Text").asString()).startsWith("Hello");
        assertThat(status("GET", "/api/v1/message/99/raw")).isEqualTo(404);
        assertThat(status("GET", "/api/v1/message/x")).isEqualTo(404);
    }

    @Test
    void theOldestMakeRoomAndTheNewestComeFirst() throws Exception {
        for (int i = 1; i <= 5; i++) {
            send("Mail " + i, "x", "ann@example.org");
        }

        assertThat(get("/api/v1/messages").path("messages").findValuesAsString("Subject"))
                .containsExactly("Mail 5", "Mail 4", "Mail 3");
        assertThat(get("/api/v1/messages?start=1&limit=1").path("messages").findValuesAsString("Subject"))
                .containsExactly("Mail 4");
    }

    @Test
    void mailsOutliveTheProcess() throws Exception {
        send("Kept", "x", "ann@example.org");

        assertThat(new Letters(folder, 3, 1_000_000).newest(0, 10))
                .extracting(Letter::subject)
                .containsExactly("Kept");
    }

    @Test
    void deletingEmptiesTheMailbox() throws Exception {
        send("Gone", "x", "ann@example.org");

        assertThat(status("DELETE", "/api/v1/messages")).isEqualTo(200);

        assertThat(get("/api/v1/messages").path("total").asInt()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void thePageShowsSubjectsAsText() throws Exception {
        send("<script>", "x", "ann@example.org");

        assertThat(text("/")).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(status("POST", "/")).isEqualTo(405);
        assertThat(status("GET", "/favicon.ico")).isEqualTo(404);
    }

    private void send(String subject, String body, String... to) throws MessagingException, IOException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", "" + smtpPort);
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("desk@example.org", "The Desk"));
        for (String address : to) {
            mail.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
        }
        mail.setSubject(subject, "UTF-8");
        mail.setText(body, "UTF-8");
        Transport.send(mail);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return Json.MAPPER.readTree(text(path));
    }

    private String text(String path) throws IOException, InterruptedException {
        return new String(
                http.send(request(path).build(), BodyHandlers.ofByteArray()).body(), UTF_8);
    }

    private int status(String method, String path) throws IOException, InterruptedException {
        return http.send(
                        request(path)
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path));
    }
}
