package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts a backup into a data folder. What was there before is moved aside, never deleted; the
/// lists of who was erased stay where they are and get what others know besides.
final class Restore {

    private static final String COPYING = "restore-copy";

    /// Of the clocks of who made the backup and who restores it.
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final DataFolder data;
    private final Consumer<String> say;

    Restore(DataFolder data, Consumer<String> say) {
        this.data = data;
        this.say = say;
    }

    /// Cut off at any moment it is done again from its beginning. Until then the folder cannot be
    /// started, unless nothing had been moved yet.
    ///
    /// @param erasures lists from elsewhere, such as those of the folder that this one is to
    ///     replace
    /// @throws Refused when the backup is not whole, or the folder's system runs
    void from(Path source, @Nullable Path erasures) throws IOException {
        BackupFolder backup = BackupFolder.open(source);
        Manifest manifest = backup.manifest();
        requireClock(source, manifest.moment());
        if (erasures != null && !Files.isDirectory(erasures)) {
            throw new Refused("%s is no folder with lists of erasures".formatted(erasures));
        }
        if (!data.lock()) {
            throw new Refused("the system in %s runs: stop it first".formatted(data.root()));
        }
        data.requireLists();
        Orphans.end(data);
        Path copy = data.path(COPYING);
        PostgresPrograms.delete(copy);
        new Room(data.root()).require(manifest.bytes() + Room.TO_START, "the restore");
        backup.copyTo(copy);
        for (Path closed : List.of(Path.of("secrets"), Path.of("postgres", "data"))) {
            Files.setPosixFilePermissions(copy.resolve(closed), PosixFilePermissions.fromString("rwx------"));
        }
        gatherLists(copy.resolve(DataFolder.ERASURES), erasures);
        new LaterKeys(data, say).keepIn(copy.resolve("secrets"));
        data.write(DataFolder.SWAPPING, source + "\n");
        swap(copy);
        new RestoredMark(data).set(manifest.moment());
        // Not the backup's moment: an old backup would be restored and then refused.
        new ClockMark(data).set(Instant.now());
        data.upgrade();
        Files.delete(data.path(DataFolder.SWAPPING));
        PostgresPrograms.delete(copy);
        say.accept(
                "%d files, %s, as of %s".formatted(manifest.files(), Room.words(manifest.bytes()), manifest.takenAt()));
    }

    private static void requireClock(Path source, Instant made) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        if (now.isBefore(made.minus(CLOCKS_DIFFER))) {
            throw new Refused("the clock of this machine says %s, and %s was made at %s: set the clock"
                    .formatted(now, source, made));
        }
    }

    private void swap(Path fresh) throws IOException {
        Path aside = aside();
        for (Path part : Contents.REPLACED) {
            Path place = data.root().resolve(part);
            if (Files.exists(place)) {
                move(place, aside.resolve(part));
            }
            if (Files.exists(fresh.resolve(part))) {
                move(fresh.resolve(part), place);
            }
        }
        if (Files.exists(aside)) {
            say.accept("what was there before is in %s: remove it when all is well".formatted(aside));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /// A name that nothing has yet.
    private Path aside() {
        Path aside = data.path("before-restore-1");
        for (int i = 2; Files.exists(aside); i++) {
            aside = data.path("before-restore-" + i);
        }
        return aside;
    }

    private void gatherLists(Path ofBackup, @Nullable Path others) throws IOException {
        boolean isAlone =
                others == null && files(data.path(DataFolder.ERASURES)).isEmpty();
        addLists(ofBackup);
        if (others != null) {
            addLists(others);
        }
        if (isAlone) {
            say.accept("there is no list of erasures here but the backup's own. If anybody was erased since, restore"
                    + " again with --erasures FOLDER");
        }
    }

    /// A file is of one process and only grows, so the longer one has what the shorter one has.
    private void addLists(Path from) throws IOException {
        for (Path file : files(from)) {
            Path target =
                    data.path(DataFolder.ERASURES).resolve(from.toRealPath().relativize(file));
            if (!Files.exists(target) || Files.size(target) < Files.size(file)) {
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// Lists may lie on another disk, behind a link.
    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder.toRealPath())) {
            return found.filter(Files::isRegularFile).toList();
        }
    }
}
