package dev.toolverdicts.newsletter.mail;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/// A message whose bytes are ready; nothing of it is parsed or written anew.
final class RawMessage extends SMTPMessage {

    private final byte[] bytes;

    RawMessage(Session session, String sender, byte[] bytes) {
        super(session);
        this.bytes = bytes;
        setEnvelopeFrom(sender);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        out.write(bytes);
    }
}
