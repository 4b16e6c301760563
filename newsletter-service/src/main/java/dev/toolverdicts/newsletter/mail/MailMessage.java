package dev.toolverdicts.newsletter.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/// A mail with a text and an HTML part, written as it goes over the wire. What stands in a header is checked by
/// [MailText]; the parts are base64, so nothing in them is taken for the protocol's.
public final class MailMessage {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final byte[] CRLF = {'\r', '\n'};
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, CRLF);
    private static final String BOUNDARY = "=_part_boundary";

    private final StringBuilder headers = new StringBuilder(1000);

    public MailMessage(String from, String to, String subject, String messageId, Instant date) {
        add("From", from);
        add("To", Envelope.check(to));
        headers.append("Subject: ").append(MailText.words(subject)).append("\r\n");
        add("Date", DATE.format(date.atOffset(ZoneOffset.UTC)));
        add("Message-ID", messageId);
    }

    public MailMessage add(String name, String value) {
        headers.append(name).append(": ").append(MailText.header(value)).append("\r\n");
        return this;
    }

    public byte[] bytes(String text, String html) {
        var out = new ByteArrayOutputStream((text.length() + html.length()) * 3 / 2 + 2000);
        write(out, headers);
        write(out, "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"" + BOUNDARY + "\"\r\n\r\n");
        part(out, "text/plain", text);
        part(out, "text/html", html);
        write(out, "--" + BOUNDARY + "--\r\n");
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, String type, String content) {
        write(
                out,
                "--" + BOUNDARY + "\r\nContent-Type: " + type
                        + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        out.writeBytes(BASE64.encode(content.getBytes(UTF_8)));
        out.writeBytes(CRLF);
    }

    private static void write(ByteArrayOutputStream out, CharSequence ascii) {
        out.writeBytes(ascii.toString().getBytes(US_ASCII));
    }
}
