package dev.toolverdicts.localstack;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Puts a mail into a file before the SMTP server says that it has it, once however many recipients it names. GreenMail
/// would keep every mail in memory, in a mailbox per recipient.
final class Intake implements MessageDeliveryHandler {

    private final Letters letters;
    private @Nullable MimeMessage latest;

    Intake(Letters letters) {
        this.letters = letters;
    }

    /// Called for one mail after the other, and for one recipient after the other.
    @Override
    public synchronized GreenMailUser handle(MovingMessage message, MailAddress recipient) throws MessagingException {
        MimeMessage mail = message.getMessage();
        if (!mail.equals(latest)) {
            try {
                var bytes = new ByteArrayOutputStream();
                mail.writeTo(bytes);
                letters.keep(bytes.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            latest = mail;
        }
        return new Nowhere(recipient.getEmail());
    }

    /// A recipient without a mailbox.
    private record Nowhere(String email) implements GreenMailUser {

        @Override
        public String getEmail() {
            return email;
        }

        @Override
        public String getLogin() {
            return email;
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getQualifiedMailboxName() {
            return email;
        }

        @Override
        public void deliver(MovingMessage message) {}

        @Override
        public void deliver(MimeMessage message) {}

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) {}
    }
}
