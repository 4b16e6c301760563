package dev.toolverdicts.newsletter.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;
import java.util.function.Predicate;

/// A mailbox at another server, over IMAP or POP3. A message goes when it has been taken, not before: one that is
/// taken twice is known again.
final class Mailbox {

    private static final int AT_ONCE = 200;
    private static final String PATIENCE_MILLIS = "30000";

    private final MailboxSettings settings;

    Mailbox(MailboxSettings settings) {
        this.settings = settings;
    }

    /// Hands over each message and removes it.
    ///
    /// @param taker gets a message as it came, up to the length that is read, and says whether it has taken it;
    ///     what it throws ends the round and leaves that message and those behind it there
    /// @return how many were taken
    int drain(Predicate<byte[]> taker) throws MessagingException {
        try (Store store =
                Session.getInstance(properties()).getStore(settings.protocol().key())) {
            store.connect(
                    settings.host(),
                    settings.port() == 0 ? -1 : settings.port(),
                    settings.username(),
                    settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                return drain(folder, taker);
            }
        }
    }

    /// Closing the folder removes what is marked, also when a taker has thrown.
    private int drain(Folder folder, Predicate<byte[]> taker) throws MessagingException {
        int count = Math.min(AT_ONCE, folder.getMessageCount());
        int taken = 0;
        for (int number = 1; number <= count; number++) {
            Message message = folder.getMessage(number);
            if (taker.test(raw(message))) {
                message.setFlag(Flags.Flag.DELETED, true);
                taken++;
            }
        }
        return taken;
    }

    private byte[] raw(Message message) throws MessagingException {
        var start = new Start((int) settings.longest().toBytes());
        try {
            message.writeTo(start);
        } catch (IOException e) {
            if (!start.isFull()) {
                throw new MessagingException("a message cannot be read", e);
            }
        }
        return start.bytes();
    }

    private Properties properties() {
        var properties = new Properties();
        String prefix = "mail." + settings.protocol().key() + ".";
        properties.put(prefix + "connectiontimeout", PATIENCE_MILLIS);
        properties.put(prefix + "timeout", PATIENCE_MILLIS);
        properties.put(prefix + "writetimeout", PATIENCE_MILLIS);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        // Reading changes nothing; what is done with is removed.
        properties.put(prefix + "peek", "true");
        return properties;
    }

    /// The first bytes of a message; who writes more is told to stop.
    private static final class Start extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final int longest;

        private Start(int longest) {
            this.longest = longest;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int room = longest - kept.size();
            kept.write(bytes, offset, Math.min(room, length));
            if (length > room) {
                throw new IOException("enough");
            }
        }

        private boolean isFull() {
            return kept.size() >= longest;
        }

        private byte[] bytes() {
            return kept.toByteArray();
        }
    }
}
