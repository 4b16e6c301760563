package dev.toolverdicts.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The process that takes every mail and delivers none. It shows what came as a page and with the part of Mailpit's API
/// that checks use, so that they run against Mailpit too.
final class Mailbox {

    private static final String LIST = "/api/v1/messages";
    private static final String ONE = "/api/v1/message/";
    private static final String RAW = "/raw";
    private static final Jvm SMALL = new Jvm(64, false);
    private static final int MOST = 20_000;
    private static final long MOST_BYTES = 512L * 1024 * 1024;

    private final Letters letters;

    Mailbox(Letters letters) {
        this.letters = letters;
    }

    static Unit unit(DataFolder data, int smtpPort, int httpPort) {
        return new Unit(
                "mailbox",
                Unit.Layer.SUPPORT,
                smtpPort,
                Map.of("httpPort", httpPort),
                data.log("mailbox"),
                () -> new ProcessBuilder(SMALL.command(data, "mailbox", Mailbox.class, "" + smtpPort, "" + httpPort)),
                Unit.saysSo(LoopbackSite.LISTENING + httpPort, httpPort, "/"));
    }

    /// @param args the data folder, the port for SMTP and the port for HTTP
    public static void main(String[] args) throws IOException {
        var letters = new Letters(new DataFolder(Path.of(args[0])).path("mail"), MOST, MOST_BYTES);
        new Mailbox(letters).open(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    }

    void open(int smtpPort, int httpPort) throws IOException {
        var smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.getUserManager().setMessageDeliveryHandler(new Intake(letters));
        smtp.start();
        var site = new LoopbackSite(httpPort);
        site.get("/", this::page);
        site.get(LIST, this::list);
        site.on("DELETE", LIST, _ -> {
            letters.clear();
            return LoopbackSite.Answer.text(200, "ok");
        });
        site.get(ONE, this::one);
        site.start();
    }

    private LoopbackSite.Answer list(URI address) throws IOException {
        int start = number(address, "start", 0);
        List<Letter> page = letters.newest(start, number(address, "limit", 50));
        var json = new LinkedHashMap<String, Object>();
        json.put("total", letters.count());
        json.put("unread", letters.count());
        json.put("count", page.size());
        json.put("messages_count", letters.count());
        json.put("messages_unread", letters.count());
        json.put("start", start);
        json.put("tags", List.of());
        json.put("messages", page.stream().map(Letter::json).toList());
        return json(json);
    }

    private LoopbackSite.Answer one(URI address) throws IOException {
        String id = address.getPath().substring(ONE.length());
        boolean isRaw = id.endsWith(RAW);
        Letter letter = letters.letter(isRaw ? id.substring(0, id.length() - RAW.length()) : id);
        if (letter == null) {
            return LoopbackSite.Answer.notFound();
        }
        return isRaw
                ? new LoopbackSite.Answer(200, "text/plain; charset=utf-8", letters.raw(letter))
                : json(whole(letter));
    }

    private Map<String, Object> whole(Letter letter) throws IOException {
        try {
            MimeMessage mail = letters.parsed(letter);
            Map<String, Object> json = letter.json();
            json.put("Date", letter.created().toString());
            json.put("Text", Letter.body(mail, "text/plain"));
            json.put("HTML", Letter.body(mail, "text/html"));
            return json;
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private LoopbackSite.Answer page(URI address) {
        if (!address.getPath().equals("/")) {
            return LoopbackSite.Answer.notFound();
        }
        var rows = new StringBuilder();
        for (Letter letter : letters.newest(0, 200)) {
            rows.append("<tr><td>%s<td>%s<td>%s<td><a href=\"%s%s%s\">%s</a>\n"
                    .formatted(
                            letter.created(),
                            escaped(letter.from().address()),
                            escaped(String.join(
                                    ", ",
                                    letter.to().stream()
                                            .map(Letter.Person::address)
                                            .toList())),
                            ONE,
                            letter.id(),
                            RAW,
                            letter.subject().isBlank() ? "(no subject)" : escaped(letter.subject())));
        }
        byte[] html = """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Local mailbox</title>
                <style>body{font:16px/1.5 system-ui;margin:2rem}td,th{padding:.2rem 1rem;text-align:left}</style>
                <h1>Local mailbox</h1><p>%d mails. Nothing leaves this machine.
                <table><tr><th>When<th>From<th>To<th>Subject
                %s</table></html>
                """.formatted(letters.count(), rows).getBytes(UTF_8);
        return new LoopbackSite.Answer(200, "text/html; charset=utf-8", html);
    }

    private static int number(URI address, String name, int usual) {
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        return Arrays.stream(query.split("&", -1))
                .filter(part -> part.matches(name + "=[0-9]{1,6}"))
                .map(part -> Integer.parseInt(part.substring(name.length() + 1)))
                .findFirst()
                .orElse(usual);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static LoopbackSite.Answer json(Map<String, Object> json) {
        return new LoopbackSite.Answer(200, "application/json", Json.MAPPER.writeValueAsBytes(json));
    }
}
