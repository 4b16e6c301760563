package dev.toolverdicts.newsletter.bounce;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.Reader;
import dev.toolverdicts.newsletter.SentIssues;
import dev.toolverdicts.newsletter.bounce.MailboxSettings.Protocol;
import dev.toolverdicts.newsletter.mail.ReturnPath;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

class MailboxIT extends NewsletterInfrastructure {

    private static final String USER = "bounces@localhost.localdomain";
    private static final String PASSWORD = "a-password";

    @Autowired
    private ReturnPath returnPath;

    @Autowired
    private ReportService reports;

    private GreenMail server;
    private GreenMailUser user;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_IMAP), setup(ServerSetup.PROTOCOL_POP3)});
        server.start();
        user = server.setUser(USER, USER, PASSWORD);
    }

    /// By itself it gives up after two seconds.
    private static ServerSetup setup(String protocol) {
        var setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(30_000);
        return setup;
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailboxSettings settings(Protocol protocol, String password) {
        int port = protocol == Protocol.IMAP
                ? server.getImap().getPort()
                : server.getPop3().getPort();
        return new MailboxSettings(
                "127.0.0.1", port, protocol, USER, password, "INBOX", Duration.ofMinutes(1), DataSize.ofMegabytes(1));
    }

    private void look(Protocol protocol) {
        new MailboxPoller(settings(protocol, PASSWORD), reports).look();
    }

    private void arrives(String raw) {
        try {
            user.deliver(new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(US_ASCII))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private int waiting() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessageCount();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A mail that went out to the reader, by the address that it returns to.
    private String sentTo(Reader reader) {
        var issues = new SentIssues(jdbc);
        UUID issue = issues.idOf(issues.issue("Returned", ""));
        long number = jdbc.sql("""
                        INSERT INTO delivery (issue_id, subscriber_id, state, domain, message_id, updated_at)
                        VALUES (:issue, :subscriber, 'sent', 'example.org', :id, now()) RETURNING delivery_no
                        """)
                .param("issue", issue)
                .param("subscriber", reader.id())
                .param("id", "<" + UUID.randomUUID() + "@example.org>")
                .query(Long.class)
                .single();
        return returnPath.bounces(number);
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "POP3"})
    void whatCameBackIsTakenAndRemoved(Protocol protocol) {
        Reader gone = Reader.subscribed(jdbc);
        Reader full = Reader.subscribed(jdbc);
        arrives(BounceSamples.dsn(sentTo(gone), "failed", "5.1.1"));
        arrives(BounceSamples.dsn(sentTo(full), "failed", "5.2.2"));
        arrives("From: somebody@example.org\r\nTo: " + USER + "\r\nSubject: Lunch?\r\n\r\nToday at noon, number "
                + UUID.randomUUID() + "\r\n");
        look(protocol);

        assertThat(gone.row()).containsEntry("suppressed", "hard_bounce");
        assertThat(full.row()).containsEntry("suppressed", null);
        assertThat(jdbc.sql("SELECT count(*) FROM bounce_report WHERE kind = 'unknown' AND excerpt LIKE '%Lunch?%'")
                        .query(Integer.class)
                        .single())
                .as("what is not understood waits for a person")
                .isPositive();
        assertThat(waiting()).isZero();
        look(protocol);
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "POP3"})
    void aReportMayBeLargerThanWhatIsRead(Protocol protocol) {
        Reader large = Reader.subscribed(jdbc);
        Reader huge = Reader.subscribed(jdbc);
        arrives(BounceSamples.dsn(sentTo(large), "failed", "5.1.1") + "\r\n" + "quoted mail\r\n".repeat(20_000));
        arrives(BounceSamples.dsn(sentTo(huge), "failed", "5.1.1") + "\r\n" + "quoted mail\r\n".repeat(200_000));
        look(protocol);

        assertThat(large.row()).containsEntry("suppressed", "hard_bounce");
        assertThat(huge.row()).containsEntry("suppressed", "hard_bounce");
        assertThat(waiting()).isZero();
    }

    @Test
    void theSameReportThreeTimesCountsOnce() {
        Reader gone = Reader.subscribed(jdbc);
        String to = sentTo(gone);
        for (int time = 0; time < 3; time++) {
            arrives(BounceSamples.dsn(to, "failed", "5.2.2"));
        }
        look(Protocol.IMAP);
        assertThat(gone.row()).as("one soft bounce is not three").containsEntry("suppressed", null);
        assertThat(waiting()).isZero();
    }

    @Test
    void aMailboxThatCannotBeReachedIsLookedIntoLater() {
        Reader gone = Reader.subscribed(jdbc);
        arrives(BounceSamples.dsn(sentTo(gone), "failed", "5.1.1"));
        new MailboxPoller(settings(Protocol.IMAP, "wrong"), reports).look();
        assertThat(gone.row()).containsEntry("suppressed", null);
        assertThat(waiting()).isEqualTo(1);
        look(Protocol.IMAP);
        assertThat(gone.row()).containsEntry("suppressed", "hard_bounce");
    }

    @Test
    void withoutAHostNothingIsLookedInto() {
        var off = new MailboxSettings(
                null, 0, Protocol.IMAPS, null, null, "INBOX", Duration.ofMinutes(1), DataSize.ofMegabytes(1));
        assertThat(off.isOn()).isFalse();
        new MailboxPoller(off, reports).look();
    }
}
