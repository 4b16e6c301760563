package dev.toolverdicts.newsletter.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// Asks before the final dot, and remembers the server's decisive reply: Angus sends RSET after a refusal, and when
/// that
/// fails tells only of the RSET.
final class FencedTransport extends SMTPTransport {

    /// The dot is withheld. An `IOException`, because only that makes Angus drop the connection: any other would
    /// leave it inside DATA, and the next message would become the rest of this one.
    private static final class DotWithheld extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private BeforeDot gate = BeforeDot.ALWAYS;
    private boolean dotSent;
    private boolean withheld;
    private @Nullable Outcome decided;
    private int lastCode;

    FencedTransport(Session session, boolean implicitTls) {
        super(session, null, implicitTls ? "smtps" : "smtp", implicitTls);
    }

    void begin(BeforeDot next) {
        gate = next;
        dotSent = false;
        withheld = false;
        decided = null;
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
        return lastCode == 250;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        if (!gate.mayPass()) {
            withheld = true;
            throw new DotWithheld();
        }
        dotSent = true;
        super.finishData();
    }

    @Override
    protected int readServerResponse() throws MessagingException {
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
