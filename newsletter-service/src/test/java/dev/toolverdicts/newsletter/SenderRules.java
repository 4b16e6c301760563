package dev.toolverdicts.newsletter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Properties;

/// What Google ("Email sender guidelines"), Yahoo ("Sender best practices") and Microsoft ("Outlook's
/// requirements for high-volume senders") ask of a message of a list, as far as the message itself
/// shows it. What DNS shows is checked before sending.
public final class SenderRules {

    private final byte[] raw;
    private final MimeMessage message;

    public SenderRules(byte[] raw) throws MessagingException {
        this.raw = raw;
        message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    }

    public String subject() throws MessagingException {
        return message.getSubject();
    }

    /// The value of a header that is there once.
    public String only(String header) throws MessagingException {
        assertThat(message.getHeader(header)).as(header).hasSize(1);
        return message.getHeader(header)[0];
    }

    public void everyHeaderThatMustBeThereOnceIsThereOnce() throws MessagingException {
        for (String header : List.of(
                "From",
                "To",
                "Subject",
                "Date",
                "Message-ID",
                "MIME-Version",
                "List-Id",
                "List-Unsubscribe",
                "List-Unsubscribe-Post",
                "Feedback-ID",
                "Precedence")) {
            only(header);
        }
        assertThat(only("From")).isEqualTo("Tool Verdicts Weekly <weekly@news.example.org>");
        assertThat(only("Precedence")).isEqualTo("bulk");
    }

    /// By a bare POST to one address and by mail to the other.
    ///
    /// @param urls pattern of the addresses that a bare POST goes to
    /// @param mailboxes pattern of the addresses that a mail goes to
    public void oneClickUnsubscribeIsOfferedAsRfc8058Says(String urls, String mailboxes) throws MessagingException {
        assertThat(only("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(only("List-Unsubscribe")).matches("<" + urls + ">, <mailto:" + mailboxes + ">");
    }

    /// In this order, in UTF-8, and the same is in both.
    ///
    /// @param own what is in both, such as the recipient's links
    public void thereIsATextPartThenAnHtmlPartWith(String... own) throws MessagingException, IOException {
        var parts = (MimeMultipart) message.getContent();
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=utf-8");
        for (int i = 0; i < 2; i++) {
            assertThat((String) parts.getBodyPart(i).getContent()).contains(own).doesNotContain("{{");
        }
    }

    public void theWireFormIsPlain() {
        String wire = new String(raw, US_ASCII);
        assertThat(new String(raw, ISO_8859_1).chars()).allMatch(c -> c > 0 && c < 128);
        assertThat(wire.split("\r\n")).allMatch(line -> line.length() <= 998);
        assertThat(wire.replace("\r\n", "")).doesNotContain("\r", "\n");
    }
}
