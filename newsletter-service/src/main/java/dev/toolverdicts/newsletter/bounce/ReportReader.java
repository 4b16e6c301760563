package dev.toolverdicts.newsletter.bounce;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.toolverdicts.newsletter.mail.Origin;
import dev.toolverdicts.newsletter.mail.ReturnPath;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Reads delivery status notifications (RFC 3464), abuse reports (RFC 5965) and mail to the
/// unsubscribing address. What matters in the first two are fields of their machine-readable part,
/// which is always plain text.
@Component
class ReportReader {

    private static final Pattern SEALED =
            Pattern.compile("[bu](?:[0-9]{1,18}|[0-9a-f]{32})-[0-9a-f]{20}@[a-z0-9.-]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACTION = field("Action");
    private static final Pattern STATUS = field("Status");
    private static final Pattern FEEDBACK = field("Feedback-Type");

    private final Session session = Session.getInstance(new Properties());
    private final ReturnPath returnPath;

    ReportReader(ReturnPath returnPath) {
        this.returnPath = returnPath;
    }

    Report read(byte[] raw) {
        String text = new String(raw, ISO_8859_1);
        String type = header(raw, "Content-Type").toLowerCase(Locale.ROOT);
        if (type.contains("feedback-report")) {
            // Only the copy of our mail in it names that mail: who complains is often blacked out.
            boolean abuse = !value(FEEDBACK, text).equalsIgnoreCase("not-spam");
            return report(abuse ? ReportKind.COMPLAINT : ReportKind.UNKNOWN, anySealed(text), "", raw);
        }
        if (type.contains("delivery-status")) {
            String status = value(STATUS, text);
            Optional<Origin> mail = sealed(text, returnPath::bounced);
            return report(ReportKind.of(value(ACTION, text), status), mail, status, raw);
        }
        Optional<Origin> leaving = sealed(header(raw, "To"), returnPath::unsubscribed);
        return leaving.isPresent()
                ? report(ReportKind.UNSUBSCRIBE, leaving, "", raw)
                : report(ReportKind.UNKNOWN, sealed(text, returnPath::bounced), "", raw);
    }

    private Optional<Origin> anySealed(String text) {
        return sealed(text, returnPath::bounced).or(() -> sealed(text, returnPath::unsubscribed));
    }

    private static Optional<Origin> sealed(String text, Function<String, Optional<Origin>> reader) {
        Matcher found = SEALED.matcher(text);
        while (found.find()) {
            Optional<Origin> mail = reader.apply(found.group());
            if (mail.isPresent()) {
                return mail;
            }
        }
        return Optional.empty();
    }

    private String header(byte[] raw, String name) {
        try {
            String value = new MimeMessage(session, new ByteArrayInputStream(raw)).getHeader(name, ",");
            return value == null ? "" : value;
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    private static Pattern field(String name) {
        return Pattern.compile("^" + name + ":[ \\t]*(\\S+)", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    }

    private static String value(Pattern field, String text) {
        Matcher found = field.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static Report report(ReportKind kind, Optional<Origin> mail, String status, byte[] raw) {
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
            return new Report(kind, mail, status.length() > 20 ? "" : status, digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
