package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// Everything one local system keeps: databases, log, keys, and the version of this layout.
record DataFolder(Path root) {

    /// Raised when the layout changes; a newer program upgrades a folder, an older one refuses it.
    static final int VERSION = 1;

    /// @throws Refused when a newer program made the folder, or it cannot be written
    static DataFolder open(Path root) {
        var folder = new DataFolder(root);
        try {
            Files.createDirectories(folder.logs());
            Path version = root.resolve("version");
            if (Files.exists(version)) {
                int found = Integer.parseInt(Files.readString(version).strip());
                if (found > VERSION) {
                    throw new Refused("the data folder %s has version %d, this program knows %d: use the newer program,"
                                    .formatted(root, found, VERSION)
                            + " or another folder with --data DIR");
                }
            }
            folder.write("version", VERSION + "\n");
            return folder;
        } catch (IOException | NumberFormatException e) {
            throw new Refused("cannot use the data folder " + root + " (" + e + "); choose another with --data DIR", e);
        }
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path stackFile() {
        return root.resolve("stack.json");
    }

    /// Keeps others out for as long as this process lives, however it ends.
    ///
    /// @return whether the folder was free
    boolean lock() throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return channel.tryLock() != null;
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
        Files.writeString(fresh, content);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// A secret of this folder, made when first asked for, readable by its owner only.
    String secret(String name) throws IOException {
        Path file = root.resolve("secrets").resolve(name);
        if (!Files.exists(file)) {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            keepSecret(name, Base64.getEncoder().encodeToString(bytes));
        }
        return Files.readString(file).strip();
    }

    void keepSecret(String name, String value) throws IOException {
        Path file = root.resolve("secrets").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, value);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
