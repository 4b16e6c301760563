package dev.toolverdicts.localstack;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Mails in files, so that they outlive the process that took them. The oldest make room when there are too many.
final class Letters {

    private static final String ENDING = ".eml";
    private static final int LONGEST_HEAD = 64 * 1024;

    private final Path folder;
    private final int most;
    private final long mostBytes;
    private final TreeMap<Long, Letter> letters = new TreeMap<>();
    private long bytes;
    private long last;

    /// @param most how many are kept, and of how many bytes together
    Letters(Path folder, int most, long mostBytes) throws IOException {
        this.folder = folder;
        this.most = most;
        this.mostBytes = mostBytes;
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                index(
                        number(file),
                        head(file),
                        Files.size(file),
                        Files.getLastModifiedTime(file).toInstant());
            }
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST_HEAD);
        }
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(ENDING, ""));
    }

    /// Returns when the mail is in its file.
    synchronized void keep(byte[] mail) throws IOException {
        long number = last + 1;
        Path fresh = folder.resolve("incoming");
        Files.write(fresh, mail);
        Files.move(fresh, file(number), StandardCopyOption.ATOMIC_MOVE);
        index(number, mail, mail.length, Instant.now());
        makeRoom();
    }

    /// @param head the mail, or enough of it to have all of its header
    private void index(long number, byte[] head, long size, Instant created) throws IOException {
        try {
            letters.put(number, Letter.of(Long.toString(number), parse(head), created, size));
            bytes += size;
            last = number;
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private void makeRoom() throws IOException {
        Iterator<Letter> oldest = letters.values().iterator();
        while ((letters.size() > most || bytes > mostBytes) && letters.size() > 1) {
            Letter letter = oldest.next();
            Files.deleteIfExists(file(Long.parseLong(letter.id())));
            bytes -= letter.size();
            oldest.remove();
        }
    }

    synchronized int count() {
        return letters.size();
    }

    synchronized List<Letter> newest(int from, int many) {
        return letters.descendingMap().values().stream().skip(from).limit(many).toList();
    }

    synchronized @Nullable Letter letter(String id) {
        return id.matches("[0-9]{1,18}") ? letters.get(Long.parseLong(id)) : null;
    }

    byte[] raw(Letter letter) throws IOException {
        return Files.readAllBytes(file(Long.parseLong(letter.id())));
    }

    MimeMessage parsed(Letter letter) throws IOException, MessagingException {
        return parse(raw(letter));
    }

    synchronized void clear() throws IOException {
        for (Letter letter : letters.values()) {
            Files.deleteIfExists(file(Long.parseLong(letter.id())));
        }
        letters.clear();
        bytes = 0;
    }

    private Path file(long number) {
        return folder.resolve("%012d%s".formatted(number, ENDING));
    }

    private static MimeMessage parse(byte[] mail) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    }
}
