package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Everything one local system keeps: databases, log, mails, secrets, and the version of this layout.
final class DataFolder {

    /// Raised when the layout changes; a newer program upgrades a folder, an older one refuses it.
    static final int VERSION = 1;

    private final Path root;

    /// Held in a field, or the collector would close the file and so give the folder free.
    private @Nullable FileLock lock;

    DataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    Path path(String first, String... more) {
        return root.resolve(Path.of(first, more));
    }

    Path log(String process) {
        return path("logs", process + ".log");
    }

    /// Takes the folder for as long as this process lives, however it ends, and brings its
    /// layout up to date.
    ///
    /// @return false when another process has it
    /// @throws Refused when a newer program made the folder, or it cannot be written
    boolean take() {
        try {
            Files.createDirectories(path("logs"));
            lock = FileChannel.open(path("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            if (lock == null) {
                return false;
            }
            upgrade();
            return true;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new Refused(
                    "cannot use the data folder %s (%s); choose another with --data DIR".formatted(root, e), e);
        }
    }

    private void upgrade() throws IOException {
        int found = has("version") ? version() : VERSION;
        if (found > VERSION) {
            throw new Refused("the data folder %s has version %d and this program knows %d: use the newer program, or"
                            .formatted(root, found, VERSION)
                    + " another folder with --data DIR");
        }
        // Upgrades go here, one `if (found < n)` each, oldest first. There is only one layout so far.
        write("version", VERSION + "\n");
    }

    private int version() throws IOException {
        String text = read("version");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refused(
                    "the file %s should hold a number; choose another folder with --data DIR"
                            .formatted(path("version")),
                    e);
        }
    }

    boolean has(String name) {
        return Files.exists(root.resolve(name));
    }

    String read(String name) throws IOException {
        return Files.readString(root.resolve(name)).strip();
    }

    /// Whole or not at all: a reader never sees half a file.
    void write(String name, String content) throws IOException {
        Path target = root.resolve(name);
        Path fresh = root.resolve(name + ".new");
        Files.createDirectories(target.getParent());
        Files.writeString(fresh, content);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// A secret of this folder, made when first asked for, readable by its owner only.
    String secret(String name) throws IOException {
        if (!has("secrets/" + name)) {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            keepSecret(name, Base64.getEncoder().encodeToString(bytes));
        }
        return read("secrets/" + name);
    }

    /// Where a secret is, for who reads it from there.
    Path secretFile(String name) throws IOException {
        secret(name);
        return path("secrets", name);
    }

    void keepSecret(String name, String value) throws IOException {
        Path folder = path("secrets");
        if (!Files.exists(folder)) {
            Files.createDirectories(root);
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        write("secrets/" + name, value + "\n");
    }
}
