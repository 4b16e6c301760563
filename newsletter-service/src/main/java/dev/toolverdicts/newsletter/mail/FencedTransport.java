package dev.toolverdicts.newsletter.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// Asks before the final dot, and remembers the server's decisive reply: Angus sends RSET after a refusal, and when
/// that fails tells only of the RSET.
///
/// Where the server allows it (RFC 2920), MAIL, RCPT and DATA go together: one wait instead of three. Angus, which
/// knows nothing of that, is told that all is well with the first two until their replies are read, before the third.
final class FencedTransport extends SMTPTransport {

    /// The dot is withheld. An `IOException`, because only that makes Angus drop the connection: any other would
    /// leave it inside DATA, and the next message would become the rest of this one.
    private static final class DotWithheld extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// DATA was answered as if the commands before it had not been refused, so anything sent now is the mail.
    private static final class InsideData extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final int OK = 250;
    private static final int GO_ON = 354;

    private final PromptSocketFactory sockets;
    private BeforeDot gate = BeforeDot.ALWAYS;
    private boolean together;
    private int owed;
    private boolean dotSent;
    private boolean withheld;
    private @Nullable Outcome decided;
    private int lastCode;

    /// @param sockets which the session's connections are made by
    FencedTransport(Session session, PromptSocketFactory sockets, boolean implicitTls) {
        super(session, null, implicitTls ? "smtps" : "smtp", implicitTls);
        this.sockets = sockets;
    }

    void begin(BeforeDot next) {
        gate = next;
        dotSent = false;
        withheld = false;
        decided = null;
        lastCode = 0;
        together = false;
        owed = 0;
    }

    /// What is known when sending has ended, well or not.
    Outcome outcome() {
        if (withheld) {
            return new Outcome.Withheld();
        }
        if (decided != null) {
            return decided;
        }
        return dotSent ? new Outcome.InDoubt("no reply after the dot") : new Outcome.Deferred(0, "connection lost");
    }

    /// Whether the last thing the server said was that all is well, so that another message may follow.
    boolean isClean() {
        return lastCode == OK;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        sockets.release();
        if (!gate.mayPass()) {
            withheld = true;
            throw new DotWithheld();
        }
        dotSent = true;
        super.finishData();
    }

    @Override
    protected void mailFrom() throws MessagingException {
        together = supportsExtension("PIPELINING");
        if (together) {
            sockets.hold();
        }
        super.mailFrom();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        together = false;
        OutputStream body = super.data();
        sockets.hold();
        return body;
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        if (together) {
            owed++;
            return OK;
        }
        int refusal = 0;
        for (; owed > 0; owed--) {
            int code = read();
            if (code < 0) {
                // No reply at all, so Angus has closed: there is nothing more to read.
                owed = 0;
                return code;
            }
            refusal = refusal == 0 && code / 100 != 2 ? code : refusal;
        }
        int code = read();
        if (refusal != 0 && code == GO_ON) {
            throw new MessagingException("refused, but asked to go on", new InsideData());
        }
        return refusal == 0 ? code : refusal;
    }

    private int read() throws MessagingException {
        lastCode = 0;
        int code = super.readServerResponse();
        lastCode = code;
        // Until the dot only a refusal decides; after it the first reply does, whatever it is.
        if (decided == null && code > 0 && (dotSent || code >= 400)) {
            decided = Outcome.of(code, Reply.oneLine(getLastServerResponse()));
        }
        return code;
    }
}
