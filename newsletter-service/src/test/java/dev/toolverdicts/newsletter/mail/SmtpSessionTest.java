package dev.toolverdicts.newsletter.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.toolverdicts.newsletter.mail.Outcome.Accepted;
import dev.toolverdicts.newsletter.mail.Outcome.Deferred;
import dev.toolverdicts.newsletter.mail.Outcome.InDoubt;
import dev.toolverdicts.newsletter.mail.Outcome.Rejected;
import dev.toolverdicts.newsletter.mail.Outcome.Withheld;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer.Script;
import dev.toolverdicts.newsletter.mail.ScriptedSmtpServer.Step;
import dev.toolverdicts.newsletter.mail.SmtpSettings.Tls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpSessionTest {

    private static final Envelope ENVELOPE = new Envelope("b1@bounces.example.org", "reader@example.org");
    private static final byte[] MESSAGE = "Subject: x\r\n\r\n.dot\r\nend\r\n".getBytes(US_ASCII);

    private static Outcome send(Script script) throws IOException {
        try (var server = new ScriptedSmtpServer(script);
                var session = new SmtpSession(SmtpSettingsFor.port(server.port()))) {
            return session.send(ENVELOPE, MESSAGE, BeforeDot.ALWAYS);
        }
    }

    private static Script only(Step step, String reply) {
        return (at, _) -> at == step ? reply : null;
    }

    @Test
    void severalMessagesGoOverOneConnectionAndArriveAsTheyAre() throws IOException {
        try (var server = new ScriptedSmtpServer((_, _) -> null);
                var session = new SmtpSession(SmtpSettingsFor.port(server.port(), Tls.NONE, 3))) {
            for (int i = 0; i < 6; i++) {
                assertThat(session.send(ENVELOPE, MESSAGE, BeforeDot.ALWAYS))
                        .isEqualTo(new Accepted(250, "250-2.0.0 taken 250 for good"));
            }
            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.arrived()).hasSize(6).allSatisfy(mail -> {
                assertThat(mail.raw()).isEqualTo(new String(MESSAGE, US_ASCII));
                assertThat(mail.sender()).isEqualTo(ENVELOPE.sender());
            });
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BANNER", "EHLO", "MAIL", "RCPT", "DATA"})
    void whatIsCutBeforeTheDotHasSurelyNotBeenSent(Step step) throws IOException {
        Class<?> known = step == Step.BANNER || step == Step.EHLO ? Outcome.Unreachable.class : Deferred.class;
        assertThat(send(only(step, ScriptedSmtpServer.CUT))).isInstanceOf(known);
    }

    /// What a server does not take in the time of a write has surely not been sent.
    @Test
    void aServerThatTakesNothingIsNotWaitedForForEver() throws IOException {
        byte[] tooMuch = "a line\r\n".repeat(3_000_000).getBytes(US_ASCII);
        var end = new CompletableFuture<Void>();
        Script silent = (at, _) -> {
            if (at == Step.MID_BODY) {
                end.join();
            }
            return null;
        };
        try (var server = new ScriptedSmtpServer(silent);
                var session = new SmtpSession(SmtpSettingsFor.port(server.port()))) {
            Outcome outcome = session.send(ENVELOPE, tooMuch, BeforeDot.ALWAYS);
            end.complete(null);
            assertThat(outcome).isEqualTo(new Deferred(0, "connection lost"));
        }
    }

    @Test
    void whatIsCutAfterTheDotWithoutAReplyIsInDoubt() throws IOException {
        assertThat(send(only(Step.AFTER_DOT, ScriptedSmtpServer.CUT))).isInstanceOf(InDoubt.class);
        assertThat(send(only(Step.AFTER_REPLY, ScriptedSmtpServer.CUT))).isInstanceOf(Accepted.class);
        assertThat(send(only(Step.AFTER_DOT, "nonsense"))).isInstanceOf(InDoubt.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"MAIL", "RCPT", "DATA"})
    void whatIsNoReplyIsNoEndOfTheSession(Step step) throws IOException {
        for (String reply : List.of("nonsense", "25", "2x0 fine")) {
            assertThat(send(only(step, reply))).as(reply).isInstanceOf(Deferred.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MAIL", "RCPT", "DATA", "AFTER_DOT"})
    void repliesAreSorted(Step step) throws IOException {
        assertThat(send(only(step, "554-5.7.1 no\r\n554 never")))
                .isEqualTo(new Rejected(554, "554-5.7.1 no 554 never"));
        assertThat(send(only(step, "450 4.2.1 later"))).isEqualTo(new Deferred(450, "450 4.2.1 later"));
        assertThat(send(only(step, "421 4.3.2 closing"))).isEqualTo(new Deferred(421, "421 4.3.2 closing"));
    }

    @Test
    void aRefusalIsKnownEvenWhenTheServerHangsUpRightAfterIt() throws IOException {
        assertThat(send((step, _) -> switch (step) {
                    case AFTER_DOT -> "550 5.7.1 spam";
                    case AFTER_REPLY -> ScriptedSmtpServer.CUT;
                    default -> null;
                }))
                .isEqualTo(new Rejected(550, "550 5.7.1 spam"));
    }

    @Test
    void aRefusedRecipientDoesNotCostTheConnection() throws IOException {
        try (var server = new ScriptedSmtpServer(
                        (step, whom) -> step == Step.RCPT && whom.startsWith("gone") ? "550 5.1.1 unknown" : null);
                var session = new SmtpSession(SmtpSettingsFor.port(server.port()))) {
            var gone = new Envelope(ENVELOPE.sender(), "gone@example.org");
            assertThat(session.send(gone, MESSAGE, BeforeDot.ALWAYS)).isInstanceOf(Rejected.class);
            assertThat(session.send(ENVELOPE, MESSAGE, BeforeDot.ALWAYS)).isInstanceOf(Accepted.class);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aWithheldDotLeavesNothingBehind() throws IOException {
        try (var server = new ScriptedSmtpServer((_, _) -> null);
                var session = new SmtpSession(SmtpSettingsFor.port(server.port()))) {
            assertThat(session.send(ENVELOPE, MESSAGE, () -> false)).isEqualTo(new Withheld());
            assertThat(session.send(ENVELOPE, MESSAGE, BeforeDot.ALWAYS)).isInstanceOf(Accepted.class);
            assertThat(server.arrived())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.raw()).isEqualTo(new String(MESSAGE, US_ASCII)));
        }
    }

    @Test
    void aServerWithoutTlsGetsNothingWhenTlsIsAskedFor() throws IOException {
        try (var server = new ScriptedSmtpServer((_, _) -> null);
                var session = new SmtpSession(SmtpSettingsFor.port(server.port(), Tls.STARTTLS, 100))) {
            assertThat(session.send(ENVELOPE, MESSAGE, BeforeDot.ALWAYS)).isInstanceOf(Outcome.Unreachable.class);
            assertThat(server.arrived()).isEmpty();
        }
    }

    @Test
    void aGateThatFailsSendsNoDot() throws IOException {
        try (var server = new ScriptedSmtpServer((_, _) -> null);
                var session = new SmtpSession(SmtpSettingsFor.port(server.port()))) {
            org.assertj.core.api.Assertions.assertThatIllegalStateException()
                    .isThrownBy(() -> session.send(ENVELOPE, MESSAGE, () -> {
                        throw new IllegalStateException("database away");
                    }));
            session.send(ENVELOPE, MESSAGE, BeforeDot.ALWAYS);
            assertThat(server.arrived()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org\r\nRCPT TO:<b@example.org>",
                "a\n@example.org",
                "a%0d%0a@example.org",
                "a=0D=0A@example.org",
                "=?utf-8?q?a?=@example.org",
                "a&#10;b@example.org",
                "a+AA0ACg@example.org",
                "a\u010Ab@example.org",
                "a\u560D\u560A@example.org",
                "a\u2028@example.org",
                "a\u0085@example.org",
                "<a@example.org>",
                "a b@example.org",
                "@example.org",
                "nobody"
            })
    void noLineBreakInAnyEncodingBecomesAnAddress(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Envelope(ENVELOPE.sender(), address));
        assertThatIllegalArgumentException().isThrownBy(() -> new Envelope(address, ENVELOPE.recipient()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi\r\nBcc: b@example.org", "hi\nX: y", "hi\u0085X: y", "hi\u0000"})
    void noLineBreakBecomesAHeader(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MailText.words(text));
        assertThatIllegalArgumentException().isThrownBy(() -> MailText.header(text));
    }

    @Test
    void charactersWhoseLowByteIsALineBreakAreEncodedInASubject() throws Exception {
        String subject = "ship\u010D\u560A?".repeat(20);
        String header = MailText.words(subject);
        assertThat(header.lines()).allMatch(line -> line.strip().matches("=\\?UTF-8\\?B\\?[A-Za-z0-9+/=]{1,60}\\?="));
        assertThat(jakarta.mail.internet.MimeUtility.decodeText(jakarta.mail.internet.MimeUtility.unfold(header)))
                .isEqualTo(subject);
    }

    /// Or each mail that is longer than one packet waits 40 ms and more for the server's kernel.
    @Test
    void nothingIsHeldBackUntilTheServerHasConfirmedWhatCameBefore() throws IOException {
        var sockets = new PromptSocketFactory(Duration.ofSeconds(1));
        try (Socket socket = sockets.createSocket();
                var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket connected = sockets.createSocket(server.getInetAddress(), server.getLocalPort())) {
            assertThat(socket.getTcpNoDelay()).isTrue();
            assertThat(connected.getTcpNoDelay()).isTrue();
        }
    }

    /// One connection of a server that this test plays itself.
    @FunctionalInterface
    private interface Dialogue {
        void with(Socket client, BufferedReader in) throws IOException;
    }

    private static Outcome sendTo(Dialogue dialogue) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> {
                try (var session = new SmtpSession(SmtpSettingsFor.port(server.getLocalPort()))) {
                    return session.send(ENVELOPE, MESSAGE, BeforeDot.ALWAYS);
                }
            });
            try (Socket client = server.accept()) {
                dialogue.with(client, new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII)));
                return outcome.get(5, TimeUnit.SECONDS);
            }
        }
    }

    private static void say(Socket client, String... lines) throws IOException {
        client.getOutputStream().write((String.join("\r\n", lines) + "\r\n").getBytes(US_ASCII));
    }

    /// The replies come only when all three commands are there.
    @Test
    void commandsGoTogetherWhereTheServerAllowsIt() throws Exception {
        Outcome outcome = sendTo((client, in) -> {
            say(client, "220 hello");
            assertThat(in.readLine()).startsWith("EHLO");
            say(client, "250-hello", "250 PIPELINING");
            assertThat(in.readLine()).isEqualTo("MAIL FROM:<" + ENVELOPE.sender() + ">");
            assertThat(in.readLine()).isEqualTo("RCPT TO:<" + ENVELOPE.recipient() + ">");
            assertThat(in.readLine()).isEqualTo("DATA");
            say(client, "250 ok", "250 ok", "354 go on");
            while (!in.readLine().equals(".")) {
                // the mail
            }
            say(client, "250 taken");
        });
        assertThat(outcome).isEqualTo(new Accepted(250, "250 taken"));
    }

    @ParameterizedTest
    @EnumSource(names = {"MAIL", "RCPT"})
    void whatIsRefusedIsNotSentThoughTheServerAsksForIt(Step step) throws Exception {
        boolean mail = step == Step.MAIL;
        Outcome outcome = sendTo((client, in) -> {
            say(client, "220 hello");
            in.readLine();
            say(client, "250-hello", "250 PIPELINING");
            say(client, mail ? "450 later" : "250 ok", mail ? "250 ok" : "450 later", "354 go on");
            for (String line : List.of("MAIL", "RCPT", "DATA")) {
                assertThat(in.readLine()).startsWith(line);
            }
            assertThat(in.readLine()).as("the connection ends").isNull();
        });
        assertThat(outcome).isEqualTo(new Deferred(450, "450 later"));
    }

    @ParameterizedTest
    @EnumSource(names = {"MAIL", "RCPT", "DATA", "AFTER_DOT"})
    void aServerThatWantsOneCommandAfterTheOtherGetsThemSo(Step step) throws IOException {
        Script plain = (at, _) -> at == Step.EHLO ? "250 plain" : at == step ? "450 later" : null;
        assertThat(send(plain)).isEqualTo(new Deferred(450, "450 later"));
        assertThat(send((at, _) -> at == Step.EHLO ? "250 plain" : null)).isInstanceOf(Accepted.class);
    }
}
