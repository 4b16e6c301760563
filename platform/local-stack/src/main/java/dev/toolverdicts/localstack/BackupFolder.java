package dev.toolverdicts.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/// A backup on a disk: `data/` as in a data folder, `files.sha256` to be read by `sha256sum
/// --check`, and `backup.json`.
record BackupFolder(Path root) {

    private static final String DATA = "data";
    private static final String SUMS = "files.sha256";
    private static final String MANIFEST = "backup.json";

    /// A sum in hexadecimal and two blanks, as `sha256sum` writes them.
    private static final int GAP = 64 + 2;

    /// @param root a folder that is not there yet, or empty
    /// @throws Refused when there is something in it
    static BackupFolder create(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> found = Files.list(root)) {
                if (found.findAny().isPresent()) {
                    throw new Refused("%s is not empty: name a folder that is not there yet".formatted(root));
                }
            }
        }
        Files.createDirectories(root);
        // Keys and addresses are in it.
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        return new BackupFolder(root);
    }

    /// @throws Refused when it is none, not complete, or not for this program or machine
    static BackupFolder open(Path root) throws IOException {
        var backup = new BackupFolder(root);
        Manifest manifest = backup.manifest();
        if (manifest.format() > Manifest.FORMAT || manifest.dataVersion() > DataFolder.VERSION) {
            throw new Refused("%s was made by a newer program: use that one".formatted(root));
        }
        if (!manifest.platform().equals(PostgresPrograms.platform())) {
            throw new Refused("%s was made on %s and this machine is %s, which cannot read its databases"
                    .formatted(root, manifest.platform(), PostgresPrograms.platform()));
        }
        return backup;
    }

    Path data() {
        return root.resolve(DATA);
    }

    Manifest manifest() throws IOException {
        Path file = root.resolve(MANIFEST);
        if (!Files.exists(file)) {
            throw new Refused("%s is no backup, or one that was cut off: it has no %s".formatted(root, MANIFEST));
        }
        try {
            Manifest manifest = Json.MAPPER.readValue(Files.readString(file), Manifest.class);
            manifest.moment();
            return manifest;
        } catch (JacksonException | DateTimeException e) {
            throw new Refused("%s cannot be read".formatted(file), e);
        }
    }

    /// Writes down what every file has in it once it is on the disk, and then that the backup is
    /// complete.
    void seal(Manifest manifest, List<Path> files) throws IOException {
        var sums = new StringBuilder();
        for (Path file : files) {
            sums.append("%s  %s/%s\n".formatted(sumOnceOnDisk(data().resolve(file)), DATA, file));
        }
        write(SUMS, sums.toString());
        write(MANIFEST, Json.MAPPER.writeValueAsString(manifest) + "\n");
    }

    private void write(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.writeString(file, content);
        sumOnceOnDisk(file);
    }

    /// Copies all of it to where a data folder is to be.
    ///
    /// @throws Refused when a file is missing or is not what it was
    void copyTo(Path target) throws IOException {
        Manifest manifest = manifest();
        for (String folder : manifest.folders()) {
            Files.createDirectories(target.resolve(folder));
        }
        List<Sum> sums = sums();
        if (sums.size() != manifest.files()) {
            throw new Refused("%s is damaged: it names %d files and should %d"
                    .formatted(root.resolve(SUMS), sums.size(), manifest.files()));
        }
        for (Sum sum : sums) {
            copy(sum, target);
        }
    }

    private void copy(Sum sum, Path target) throws IOException {
        Path source = root.resolve(sum.file());
        Path copy = target.resolve(data().relativize(source));
        if (!Files.exists(source)) {
            throw new Refused("%s is damaged: %s is missing".formatted(root, sum.file()));
        }
        Files.createDirectories(copy.getParent());
        Files.copy(source, copy);
        if (!sumOnceOnDisk(copy).equals(sum.hex())) {
            throw new Refused("%s is damaged: %s is not what it was".formatted(root, sum.file()));
        }
    }

    /// @param file relative to the backup
    private record Sum(String hex, Path file) {}

    private List<Sum> sums() throws IOException {
        var sums = new ArrayList<Sum>();
        for (String line : Files.readAllLines(root.resolve(SUMS))) {
            Path file = Path.of(line.length() > GAP ? line.substring(GAP) : "");
            if (!line.matches("[0-9a-f]{64}  .+")
                    || !root.resolve(file).normalize().startsWith(data())) {
                throw new Refused("%s is damaged: %s".formatted(root.resolve(SUMS), line));
            }
            sums.add(new Sum(line.substring(0, 64), file));
        }
        return sums;
    }

    private static String sumOnceOnDisk(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void remove() throws IOException {
        PostgresPrograms.delete(root);
    }
}
