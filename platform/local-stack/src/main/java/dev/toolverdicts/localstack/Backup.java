package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/// Copies databases, log, keys and lists of a data folder as they are at one moment: any other
/// copy of the log would not fit the positions and versions in the databases. A system that runs
/// goes on; its database and log stand still while their files are copied, and its services wait
/// for them.
final class Backup {

    private final DataFolder data;
    private final Consumer<String> say;

    Backup(DataFolder data, Consumer<String> say) {
        this.data = data;
        this.say = say;
    }

    /// Returns when all of it is on the disk.
    ///
    /// @param target a folder that is not there yet
    /// @throws Refused when there is nothing to copy, no room, or the system is just starting or
    ///     stopping
    Manifest to(Path target) throws IOException {
        if (!Files.exists(Postgres.cluster(data)) || Kafka.logId(data) == null) {
            throw new Refused("there is no system in %s: name its data folder with --data DIR".formatted(data.root()));
        }
        if (target.startsWith(data.root())) {
            throw new Refused("%s lies within the data folder: a backup there is lost with it".formatted(target));
        }
        data.requireKnown();
        if (data.has(DataFolder.SWAPPING)) {
            throw new Refused("a restore into %s was cut off: do it again first".formatted(data.root()));
        }
        var backup = BackupFolder.create(target);
        try {
            Manifest manifest = copy(backup);
            say.accept("%d files, %s, as of %s"
                    .formatted(manifest.files(), Room.words(manifest.bytes()), manifest.takenAt()));
            return manifest;
        } catch (IOException | RuntimeException e) {
            backup.remove();
            throw e;
        }
    }

    private Manifest copy(BackupFolder backup) throws IOException {
        if (data.lock()) {
            List<String> left = Orphans.end(data);
            if (!left.isEmpty()) {
                say.accept("ended what an earlier start left behind: " + String.join(", ", left));
            }
            return seal(backup, copyNow(backup));
        }
        return copyStandingStill(backup);
    }

    private Manifest copyStandingStill(BackupFolder backup) throws IOException {
        try (var file = FileChannel.open(
                        data.path("backup-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                throw new Refused("another backup of %s is being made".formatted(data.root()));
            }
            List<ProcessHandle> processes = databaseAndLog();
            long begun = System.nanoTime();
            Copied copied;
            try (var freeze = Freeze.of(processes)) {
                copied = copyNow(backup);
                freeze.requireStill();
            }
            say.accept("database and log stood still for %.1f s".formatted((System.nanoTime() - begun) / 1e9));
            return seal(backup, copied);
        }
    }

    /// The log first: what a database has learned from it by then is in it.
    private List<ProcessHandle> databaseAndLog() {
        List<Orphans.Orphan> ours = Orphans.of(data);
        List<ProcessHandle> found = List.of(Kafka.NAME, Postgres.NAME).stream()
                .flatMap(name -> ours.stream().filter(each -> each.name().equals(name)))
                .map(Orphans.Orphan::process)
                .toList();
        if (found.size() != 2) {
            throw new Refused("the system in %s is just starting or stopping: try again".formatted(data.root()));
        }
        return found;
    }

    private record Copied(Contents contents, Instant at) {}

    private Copied copyNow(BackupFolder backup) throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Contents contents = Contents.of(data);
        new Room(backup.root()).require(contents.bytes(), "the backup");
        contents.copy(data.root(), backup.data());
        return new Copied(contents, now);
    }

    private Manifest seal(BackupFolder backup, Copied copied) throws IOException {
        var manifest = new Manifest(
                Manifest.FORMAT,
                version(backup),
                copied.at().toString(),
                PostgresPrograms.platform(),
                Kafka.logId(new DataFolder(backup.data())),
                copied.contents().files().size(),
                copied.contents().bytes(),
                copied.contents().folders().stream().map(Path::toString).toList());
        backup.seal(manifest, copied.contents().files());
        return manifest;
    }

    private static int version(BackupFolder backup) throws IOException {
        return new DataFolder(backup.data()).foundVersion();
    }
}
