package dev.toolverdicts.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/// Takes every mail and delivers none. Shows what came with the part of Mailpit's API that checks use.
final class Mailbox {

    private static final String RAW = "/raw";

    private final GreenMail mail;

    Mailbox(int smtpPort) {
        this.mail = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    void serve(int httpPort) throws IOException {
        mail.start();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), httpPort), 0);
        server.createContext("/", this::page);
        server.createContext("/api/v1/messages", this::list);
        server.createContext("/api/v1/message/", this::one);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void list(HttpExchange exchange) throws IOException {
        MimeMessage[] all = mail.getReceivedMessages();
        var messages = new ArrayList<Map<String, Object>>();
        for (int i = all.length - 1; i >= 0; i--) {
            messages.add(summary(i, all[i]));
        }
        json(exchange, Map.of("total", all.length, "messages_count", all.length, "start", 0, "messages", messages));
    }

    private void one(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1/message/".length());
        boolean raw = path.endsWith(RAW);
        MimeMessage[] all = mail.getReceivedMessages();
        int id;
        try {
            id = Integer.parseInt(raw ? path.substring(0, path.length() - RAW.length()) : path);
        } catch (NumberFormatException e) {
            id = -1;
        }
        if (id < 0 || id >= all.length) {
            answer(exchange, 404, "text/plain", "no such message");
        } else if (raw) {
            answer(exchange, 200, "text/plain; charset=utf-8", text(all[id]));
        } else {
            json(exchange, summary(id, all[id]));
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        var rows = new StringBuilder();
        MimeMessage[] all = mail.getReceivedMessages();
        for (int i = all.length - 1; i >= 0; i--) {
            rows.append("<li><a href=\"/api/v1/message/%d/raw\">%s</a></li>"
                    .formatted(i, escape(String.valueOf(summary(i, all[i]).get("Subject")))));
        }
        answer(
                exchange,
                200,
                "text/html; charset=utf-8",
                "<!doctype html><html lang=\"en\"><title>Local mailbox</title><h1>Local mailbox</h1><p>%d messages</p><ul>%s</ul></html>"
                        .formatted(all.length, rows));
    }

    private static Map<String, Object> summary(int id, MimeMessage message) {
        try {
            return Map.of(
                    "ID", Integer.toString(id),
                    "MessageID", String.valueOf(message.getMessageID()),
                    "Subject", String.valueOf(message.getSubject()),
                    "From", addresses(message.getFrom()),
                    "To", addresses(message.getAllRecipients()),
                    "Size", message.getSize());
        } catch (MessagingException e) {
            return Map.of("ID", Integer.toString(id), "Subject", "unreadable");
        }
    }

    private static List<Map<String, String>> addresses(Address[] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses)
                        .map(address -> Map.of("Address", address.toString()))
                        .toList();
    }

    private static String text(MimeMessage message) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
        return bytes.toString(UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static void json(HttpExchange exchange, Object body) throws IOException {
        answer(exchange, 200, "application/json", Json.MAPPER.writeValueAsString(body));
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
