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
    static final int VERSION = 2;

    /// Lists of who was erased, which outlive the databases beside them: no restore replaces them.
    static final String ERASURES = "erasures";

    /// There while a restore puts files in the place of others: until it is done the folder is
    /// neither the one system nor the other.
    static final String SWAPPING = "restore-under-way";

    private final Path root;

    /// Held in a field, or the collector would close the file and so give the folder free.
    private @Nullable FileLock lock;

    private @Nullable Integer upgradedFrom;

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
    /// @throws Refused when a newer program made the folder, a restore of it was cut off, or it
    ///     cannot be written
    boolean take() {
        if (!lock()) {
            return false;
        }
        if (has(SWAPPING)) {
            throw new Refused("a restore into %s was cut off: do it again with ./start restore BACKUP --data %1$s"
                    .formatted(root));
        }
        requireLists();
        try {
            upgrade();
            return true;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /// The same for whoever leaves the layout as it is. Whoever has it already keeps it.
    boolean lock() {
        if (lock != null) {
            return true;
        }
        try {
            Files.createDirectories(path("logs"));
            lock = FileChannel.open(path("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            requireKnown();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Refused unusable(IOException e) {
        return new Refused(
                "cannot use the data folder %s (%s); choose another with --data DIR".formatted(root, Trouble.of(e)), e);
    }

    /// @throws Refused when a newer program made the folder
    void requireKnown() throws IOException {
        int found = foundVersion();
        if (found > VERSION) {
            throw new Refused("the data folder %s has version %d and this program knows %d: use the newer program, or"
                            .formatted(root, found, VERSION)
                    + " another folder with --data DIR");
        }
    }

    /// @throws Refused when nothing was ever started here, or a newer program made the folder
    void requireSystem() throws IOException {
        requireKnown();
        if (!has("version")) {
            throw new Refused("there is no system in %s: name its data folder with --data DIR".formatted(root));
        }
    }

    /// @throws Refused when the lists of who was erased lie on a disk that is not there
    void requireLists() {
        Path lists = path(ERASURES);
        if (Files.isSymbolicLink(lists) && !Files.exists(lists)) {
            throw new Refused("%s leads nowhere, and with it the lists of who was erased: mount the disk that has them"
                    .formatted(lists));
        }
    }

    /// To be called by whoever has locked it.
    void upgrade() throws IOException {
        int found = foundVersion();
        // One `if` for each version, oldest first. A new folder goes through all of them.
        if (found < 2) {
            Files.createDirectories(path(ERASURES));
        }
        if (found < VERSION) {
            write("version", VERSION + "\n");
            upgradedFrom = found;
        }
    }

    /// The version that [#take] has found and raised, 0 for a new folder; null when there was
    /// nothing to do.
    @Nullable
    Integer upgradedFrom() {
        return upgradedFrom;
    }

    int foundVersion() throws IOException {
        return has("version") ? version() : 0;
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
            keepSecret(name, random());
        }
        return read("secrets/" + name);
    }

    /// What nobody can guess, as a secret is written.
    static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// Where a secret is, for who reads it from there.
    Path secretFile(String name) throws IOException {
        secret(name);
        return path("secrets", name);
    }

    /// Where keys are that sign and can be replaced. In a folder that has none, but has the lasting
    /// secret, that one has signed so far, and what it has signed is out there. So this is asked for before
    /// the lasting one, which in a new folder signs nothing.
    Path signingFile(String name, String lasting) throws IOException {
        if (!has("secrets/" + name)) {
            keepSecret(name, has("secrets/" + lasting) ? secret(lasting) : random());
        }
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
