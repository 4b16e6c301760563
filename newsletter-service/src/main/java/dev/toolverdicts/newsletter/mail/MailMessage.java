package dev.toolverdicts.newsletter.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A mail with a text and an HTML part, written as it goes over the wire. What stands in a header is checked by
/// [MailText]; the parts are [MailPart]s, in which nothing is taken for the protocol's.
public final class MailMessage {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final String BOUNDARY = "=_part_boundary";
    private static final String TEXT = head("text/plain");
    private static final String HTML = "\r\n" + head("text/html");
    /// For what is filled in, and between the parts.
    private static final int ROOM = 2000;

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

    public byte[] bytes(MailPart text, MailPart html) {
        return bytes(text, html, Map.of());
    }

    /// @param own what is filled into the holes of the parts, by their names
    public byte[] bytes(MailPart text, MailPart html, Map<String, String> own) {
        Map<String, byte[]> values = own.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, hole -> QuotedPrintable.encode(hole.getValue())));
        var out = new ByteArrayOutputStream(text.length() + html.length() + headers.length() + ROOM);
        write(out, headers);
        write(out, "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"" + BOUNDARY + "\"\r\n\r\n");
        write(out, TEXT);
        text.write(out, values);
        write(out, HTML);
        html.write(out, values);
        write(out, "\r\n--" + BOUNDARY + "--\r\n");
        return out.toByteArray();
    }

    private static String head(String type) {
        return "--" + BOUNDARY + "\r\nContent-Type: " + type
                + "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
    }

    private static void write(ByteArrayOutputStream out, CharSequence ascii) {
        out.writeBytes(ascii.toString().getBytes(US_ASCII));
    }
}
