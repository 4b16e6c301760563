package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that stand for those of a system: what a backup takes along, what it refuses, and what a
/// restore does with it.
class BackupTest {

    @TempDir
    private Path temporary;

    private final List<String> said = new ArrayList<>();
    private Path folder;
    private DataFolder data;
    private Path backup;

    @BeforeEach
    void aSystemThatDoesNotRun() throws IOException {
        folder = temporary.resolve("a folder");
        data = new DataFolder(folder);
        backup = temporary.resolve("backups/monday");
        write(folder, "version", DataFolder.VERSION + "\n");
        write(folder, "secrets/vote", "the first secret\n");
        write(folder, "postgres/data/PG_VERSION", "18\n");
        write(folder, "postgres/data/base/1/1259", "a table");
        write(folder, "postgres/data/postmaster.pid", "4711\n");
        write(folder, "postgres/programs/bin/postgres", "a program");
        write(folder, "kafka/log/meta.properties", "version=1\ncluster.id=one\n");
        write(folder, "kafka/log/vote.cast.v1-0/00000000000000000000.log", "votes");
        write(folder, "kafka/log/vote.cast.v1-0/00000000000000000000.index", "short");
        Files.write(folder.resolve("kafka/log/vote.cast.v1-0/00000000000000000000.timeindex"), new byte[10_485_760]);
        write(folder, "erasures/newsletter/2026-11-23-a.erased", "one\n");
        write(folder, "logs/vote-service.log", "chatter");
        write(folder, "mail/000000000001.eml", "To: ada@example.org");
        Files.createDirectories(folder.resolve("postgres/data/pg_notify"));
    }

    @Test
    void aBackupHasWhatCannotBeMadeAgainAndNothingElse() throws IOException {
        backUp();

        assertThat(files(backup.resolve("data")))
                .containsExactlyInAnyOrder(
                        "version",
                        "secrets/vote",
                        "postgres/data/PG_VERSION",
                        "postgres/data/base/1/1259",
                        "kafka/log/meta.properties",
                        "kafka/log/vote.cast.v1-0/00000000000000000000.log",
                        "kafka/log/vote.cast.v1-0/00000000000000000000.index",
                        "erasures/newsletter/2026-11-23-a.erased");
        assertThat(backup.resolve("data/postgres/data/pg_notify")).isDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rwx------");
        assertThat(said.getLast()).startsWith("8 files, ");
    }

    @Test
    void itsSumsAreReadByTheOrdinaryTool() throws IOException, InterruptedException {
        assumeTrue(OwnSession.isOnPath("sha256sum"), "there is no sha256sum on this system");
        backUp();

        Process check = new ProcessBuilder("sha256sum", "--check", "--quiet", "files.sha256")
                .directory(backup.toFile())
                .inheritIO()
                .start();

        assertThat(check.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).isZero();
    }

    @Test
    void aRestoreBringsItBackAndMovesAsideWhatWasThere() throws IOException {
        backUp();
        write(folder, "postgres/data/base/1/1259", "a later table");
        write(folder, "postgres/data/base/1/9999", "a table that was made later");
        write(folder, "secrets/vote", "another secret\n");

        restore(data);

        assertThat(folder.resolve("postgres/data/base/1/1259")).hasContent("a table");
        assertThat(folder.resolve("postgres/data/base/1/9999")).doesNotExist();
        assertThat(folder.resolve("secrets/vote")).hasContent("the first secret");
        assertThat(folder.resolve("postgres/data/pg_notify")).isDirectory();
        assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("postgres/data"))))
                .isEqualTo("rwx------");
        assertThat(folder.resolve("before-restore-1/postgres/data/base/1/9999"))
                .hasContent("a table that was made later");
        assertThat(said).anyMatch(line -> line.startsWith("what was there before is in " + folder));
        assertThat(new RestoredMark(data).isThere()).isTrue();
        assertThat(folder.resolve("restore-copy")).doesNotExist();
    }

    /// What was retired since stays retired, and what was signed since stays good.
    @Test
    void keysOfTheSameSystemStayAsTheyAre() throws IOException {
        write(folder, "secrets/vote-signing", "retired\n");
        write(folder, "secrets/signing-key.json", "an older one\n");
        write(folder, "secrets/vote-database", "of the database\n");
        backUp();
        write(folder, "secrets/vote-signing", "used now\n");
        write(folder, "secrets/signing-key.json", "a later one\n");
        write(folder, "secrets/gateway-session", "made since\n");
        write(folder, "secrets/vote-database", "changed since\n");

        restore(data);

        assertThat(folder.resolve("secrets/vote-signing")).hasContent("used now");
        assertThat(folder.resolve("secrets/signing-key.json")).hasContent("a later one");
        assertThat(folder.resolve("secrets/gateway-session")).hasContent("made since");
        assertThat(folder.resolve("secrets/vote-database")).hasContent("of the database");
        assertThat(said).noneMatch(line -> line.contains("are the backup's"));
    }

    @Test
    void keysOfAnotherSystemDoNotAndItIsSaidWhatMayHaveBeenRetired() throws IOException {
        write(folder, "secrets/vote-signing", "retired\n");
        write(folder, "secrets/signing-key.json", "an older one\n");
        backUp();
        write(folder, "secrets/vote", "another secret\n");
        write(folder, "secrets/vote-signing", "of another\n");

        restore(data);

        assertThat(folder.resolve("secrets/vote-signing")).hasContent("retired");
        assertThat(said).anyMatch(line -> line.startsWith("vote-signing, identity are the backup's"));
    }

    @Test
    void aFolderThatIsNewGetsAllOfIt() throws IOException {
        backUp();
        Path other = temporary.resolve("another machine");

        restore(new DataFolder(other));

        assertThat(other.resolve("kafka/log/vote.cast.v1-0/00000000000000000000.log"))
                .hasContent("votes");
        assertThat(other.resolve("erasures/newsletter/2026-11-23-a.erased")).hasContent("one");
        assertThat(other.resolve("version")).hasContent(Integer.toString(DataFolder.VERSION));
        assertThat(other.resolve("before-restore-1")).doesNotExist();
        assertThat(said).anyMatch(line -> line.contains("--erasures FOLDER"));
    }

    @Test
    void whoWasErasedSinceStaysOnTheList() throws IOException {
        backUp();
        write(folder, "erasures/newsletter/2026-11-23-a.erased", "one\ntwo\n");
        write(folder, "erasures/newsletter/2026-11-24-b.erased", "three\n");
        write(folder, "erasures/vote/2026-11-24-c.deleted", "four\n");

        restore(data);

        assertThat(folder.resolve("erasures/newsletter/2026-11-23-a.erased")).hasContent("one\ntwo");
        assertThat(folder.resolve("erasures/newsletter/2026-11-24-b.erased")).hasContent("three");
        assertThat(folder.resolve("erasures/vote/2026-11-24-c.deleted")).hasContent("four");
        assertThat(said).noneMatch(line -> line.contains("--erasures FOLDER"));
    }

    @Test
    void listsFromElsewhereAreTakenAlong() throws IOException {
        backUp();
        write(folder, "erasures/newsletter/2026-11-24-b.erased", "three\n");
        Path other = temporary.resolve("another machine");

        new Restore(new DataFolder(other), said::add).from(backup, folder.resolve("erasures"));

        assertThat(other.resolve("erasures/newsletter/2026-11-23-a.erased")).hasContent("one");
        assertThat(other.resolve("erasures/newsletter/2026-11-24-b.erased")).hasContent("three");
        assertThat(said).noneMatch(line -> line.contains("--erasures FOLDER"));
    }

    @Test
    void listsThatAreNotThereAreNotPassedOver() throws IOException {
        backUp();

        assertThatThrownBy(() -> new Restore(new DataFolder(temporary.resolve("x")), said::add)
                        .from(backup, temporary.resolve("nothing here")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is no folder with lists of erasures");
    }

    @Test
    void aDamagedFileIsFoundBeforeAnythingIsMoved() throws IOException {
        backUp();
        Files.writeString(backup.resolve("data/postgres/data/base/1/1259"), "a tab1e");

        assertRefused("postgres/data/base/1/1259 is not what it was");

        assertThat(folder.resolve("before-restore-1")).doesNotExist();
        assertThat(data.has(DataFolder.SWAPPING)).isFalse();
    }

    @Test
    void aFileThatIsMissingIsFound() throws IOException {
        backUp();
        Files.delete(backup.resolve("data/kafka/log/vote.cast.v1-0/00000000000000000000.log"));

        assertRefused("00000000000000000000.log is missing");
    }

    @Test
    void sumsThatAreCutOffAreFound() throws IOException {
        backUp();
        List<String> sums = Files.readAllLines(backup.resolve("files.sha256"));
        Files.write(backup.resolve("files.sha256"), sums.subList(0, 3));

        assertRefused("names 3 files and should 8");
    }

    @Test
    void aSumThatReachesOutOfTheBackupIsRefused() throws IOException {
        backUp();
        List<String> sums = new ArrayList<>(Files.readAllLines(backup.resolve("files.sha256")));
        sums.set(0, "0".repeat(64) + "  data/../../../etc/passwd");
        Files.write(backup.resolve("files.sha256"), sums);

        assertRefused("is damaged");
    }

    @Test
    void aBackupThatWasCutOffIsNone() throws IOException {
        backUp();
        Files.delete(backup.resolve("backup.json"));

        assertRefused("is no backup, or one that was cut off");
    }

    @Test
    void aBackupOfANewerProgramOrAnotherPlatformIsRefused() throws IOException {
        backUp();
        String manifest = Files.readString(backup.resolve("backup.json"));

        Files.writeString(
                backup.resolve("backup.json"),
                manifest.replaceAll("\"dataVersion\"\\s*:\\s*[0-9]+", "\"dataVersion\" : 99"));
        assertRefused("was made by a newer program");
        Files.writeString(backup.resolve("backup.json"), manifest.replace(PostgresPrograms.platform(), "linux-pdp11"));
        assertRefused("was made on linux-pdp11");
        Files.writeString(backup.resolve("backup.json"), "{}");
        assertRefused("cannot be read");
    }

    @Test
    void aClockThatIsBehindTheBackupIsTold() throws IOException {
        backUp();
        String manifest = Files.readString(backup.resolve("backup.json"));
        Files.writeString(
                backup.resolve("backup.json"),
                manifest.replaceAll("\"takenAt\"\\s*:\\s*\"[^\"]*\"", "\"takenAt\" : \"2999-01-01T00:00:00Z\""));

        assertRefused("set the clock");
    }

    @Test
    void aBackupOfAnOlderLayoutIsUpgraded() throws IOException {
        write(folder, "version", "1\n");
        PostgresPrograms.delete(folder.resolve("erasures"));
        backUp();
        Path other = temporary.resolve("another machine");

        restore(new DataFolder(other));

        assertThat(folder.resolve("version")).as("a backup changes nothing").hasContent("1");
        assertThat(other.resolve("version")).hasContent(Integer.toString(DataFolder.VERSION));
        assertThat(other.resolve("erasures")).isDirectory();
    }

    @Test
    void aRestoreThatWasCutOffIsDoneAgainBeforeAnyStart() throws IOException {
        backUp();
        write(folder, DataFolder.SWAPPING, backup + "\n");
        Files.move(folder.resolve("postgres/data"), folder.resolve("postgres/moved"));

        assertThatThrownBy(data::take)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("./start restore BACKUP --data " + folder);

        restore(data);
        assertThat(folder.resolve("postgres/data/base/1/1259")).hasContent("a table");
        assertThat(data.has(DataFolder.SWAPPING)).isFalse();
    }

    @Test
    void aRestoreThatWasCutOffIsNotBackedUp() throws IOException {
        write(folder, DataFolder.SWAPPING, backup + "\n");

        assertThatThrownBy(this::backUp).isInstanceOf(Refused.class).hasMessageContaining("was cut off");

        assertThat(backup).doesNotExist();
    }

    @Test
    void aBackupOfYearsAgoCanBeStarted() throws IOException {
        backUp();
        String manifest = Files.readString(backup.resolve("backup.json"));
        Files.writeString(
                backup.resolve("backup.json"),
                manifest.replaceAll("\"takenAt\"\\s*:\\s*\"[^\"]*\"", "\"takenAt\" : \"2020-01-01T00:00:00Z\""));

        restore(data);

        assertThatCode(() -> new ClockMark(data).check(Instant.now())).doesNotThrowAnyException();
    }

    @Test
    void aFolderIsDoubtfulUntilNothingIsWrongWithIt() throws IOException {
        backUp();
        restore(data);
        var mark = new RestoredMark(data);

        mark.checked(List.of("2 persons who were erased are back"));
        assertThat(mark.isThere()).isTrue();
        assertThat(mark.refused(List.of("one", "two")))
                .hasMessageContaining("one; two")
                .hasMessageContaining("remove");

        mark.checked(List.of());
        assertThat(mark.isThere()).isFalse();
    }

    @Test
    void whatAKilledLauncherLeftBehindIsEndedBeforeItIsCopied() throws IOException, InterruptedException {
        Process left = new ProcessBuilder(new Jvm(16, false).command(data, "vote-service", Sleeper.command())).start();
        try {
            assertThat(left.getInputStream().read()).isEqualTo('.');

            backUp();

            assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(said.getFirst()).isEqualTo("ended what an earlier start left behind: vote-service");
        } finally {
            left.destroyForcibly();
        }
    }

    @Test
    void aFolderInUseIsNotRestored() throws IOException {
        backUp();

        assertRefused(new DataFolder(folder), "runs: stop it first");
    }

    @Test
    void whereThereIsNoSystemThereIsNoBackup() {
        Path empty = temporary.resolve("empty");

        assertThatThrownBy(() -> new Backup(new DataFolder(empty), said::add).to(backup))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("there is no system in " + empty);
        assertThat(empty).doesNotExist();
        assertThat(backup).doesNotExist();
    }

    @Test
    void aBackupOverwritesNothing() throws IOException {
        write(backup, "something", "else");

        assertThatThrownBy(() -> new Backup(data, said::add).to(backup))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is not empty");
        assertThat(files(backup)).containsExactly("something");
    }

    @Test
    void aBackupDoesNotLieInWhatItIsOf() {
        assertThatThrownBy(() -> new Backup(data, said::add).to(folder.resolve("backup")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("lies within the data folder");
    }

    @Test
    void aBackupThatFailsLeavesNothingBehind() throws IOException {
        assumeTrue(!RunAs.isRoot(), "root may read everything");
        Files.setPosixFilePermissions(folder.resolve("secrets/vote"), PosixFilePermissions.fromString("-w-------"));

        assertThatThrownBy(() -> new Backup(data, said::add).to(backup)).isInstanceOf(IOException.class);

        assertThat(backup).doesNotExist();
    }

    private void backUp() throws IOException {
        new Backup(data, said::add).to(backup);
    }

    private void restore(DataFolder target) throws IOException {
        new Restore(target, said::add).from(backup, null);
    }

    private void assertRefused(String why) {
        assertRefused(data, why);
    }

    private void assertRefused(DataFolder target, String why) {
        assertThatThrownBy(() -> restore(target)).isInstanceOf(Refused.class).hasMessageContaining(why);
    }

    private static void write(Path root, String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }
}
