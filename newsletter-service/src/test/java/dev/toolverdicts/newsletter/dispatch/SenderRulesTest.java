package dev.toolverdicts.newsletter.dispatch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.mail.ReturnPath;
import dev.toolverdicts.newsletter.mail.SmtpSettingsFor;
import jakarta.mail.Session;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What Google ("Email sender guidelines"), Yahoo ("Sender best practices") and Microsoft ("Outlook's requirements
/// for high-volume senders") ask of a message, as far as the message itself shows it. What DNS shows is checked
/// before sending.
class SenderRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Claim CLAIM = new Claim(
            UUID.fromString("0199a8c0-0000-7000-8000-000000000901"),
            UUID.fromString("0199a8c0-0000-7000-8000-000000000902"),
            4711,
            "reader@gmail.com",
            "<0199a8c0.902@example.org>",
            1,
            1,
            Duration.ZERO);
    private static final Edition EDITION = new Edition(
            CLAIM.issueId(),
            "2026-W48",
            "Verdicts – 3 changed",
            "<p>News <a href=\"{{unsubscribe_url}}\">Unsubscribe</a> <a href=\"{{preferences_url}}\">Less</a></p>",
            "News ✓\n{{unsubscribe_url}}\n{{preferences_url}}\n");

    private final ReturnPath returnPath = new ReturnPath(() -> new byte[32], "bounces.example.org");
    private final LetterWriter letters =
            new LetterWriter(SmtpSettingsFor.port(25), DispatchInfrastructure.LINKS, returnPath, "example.org");
    private final byte[] raw = letters.write(Letter.of(EDITION), CLAIM, NOW);
    private final MimeMessage message;

    SenderRulesTest() throws Exception {
        message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    }

    private String only(String header) throws Exception {
        assertThat(message.getHeader(header)).as(header).hasSize(1);
        return message.getHeader(header)[0];
    }

    @Test
    void everyHeaderThatMustBeThereOnceIsThereOnce() throws Exception {
        for (String header : new String[] {"From", "To", "Subject", "Date", "Message-ID", "MIME-Version"}) {
            only(header);
        }
        assertThat(only("From")).isEqualTo("Tool Verdicts Weekly <weekly@news.example.org>");
        assertThat(only("To")).isEqualTo("reader@gmail.com");
        assertThat(message.getSubject()).isEqualTo("Verdicts – 3 changed");
        assertThat(new MailDateFormat().parse(only("Date"))).isEqualTo(java.util.Date.from(NOW));
        assertThat(only("Message-ID")).isEqualTo(CLAIM.messageId());
    }

    @Test
    void oneClickUnsubscribeIsOfferedAsRfc8058Says() throws Exception {
        assertThat(only("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(only("List-Unsubscribe"))
                .matches(
                        "<https://example\\.org/newsletter/unsubscribe\\?token=[0-9a-f-]+>, <mailto:u4711-[0-9a-f]{20}@bounces\\.example\\.org>");
    }

    @Test
    void listsAreToldApart() throws Exception {
        assertThat(only("List-Id")).isEqualTo("Weekly AI Tool Verdicts <weekly.example.org>");
        assertThat(only("Feedback-ID")).isEqualTo("2026-W48:weekly:newsletter:toolverdicts");
        assertThat(only("Precedence")).isEqualTo("bulk");
    }

    @Test
    void thereIsATextPartThenAnHtmlPartWithTheRecipientsOwnLinks() throws Exception {
        var parts = (MimeMultipart) message.getContent();
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=utf-8");
        for (int i = 0; i < 2; i++) {
            assertThat((String) parts.getBodyPart(i).getContent())
                    .contains("unsubscribe?token=" + CLAIM.subscriberId(), "preferences?token=" + CLAIM.subscriberId())
                    .doesNotContain("{{");
        }
    }

    @Test
    void theWireFormIsPlain() {
        String wire = new String(raw, US_ASCII);
        assertThat(new String(raw, ISO_8859_1).chars()).allMatch(c -> c > 0 && c < 128);
        assertThat(wire.split("\r\n")).allMatch(line -> line.length() <= 998);
        assertThat(wire.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    @Test
    void theEnvelopeSenderNamesTheRowAndCannotBeForged() {
        String sender = letters.envelope(CLAIM).sender();
        assertThat(returnPath.bounced(sender)).hasValue(4711);
        assertThat(returnPath.bounced(sender.toUpperCase(java.util.Locale.ROOT)))
                .hasValue(4711);
        assertThat(returnPath.bounced(sender.replace("b4711", "b4712"))).isEmpty();
        assertThat(returnPath.unsubscribed(sender)).isEmpty();
        assertThat(new ReturnPath(() -> new byte[] {1}, "bounces.example.org").bounced(sender))
                .isEmpty();
    }
}
