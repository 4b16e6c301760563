package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void aNewFolderGetsItsVersion() throws IOException {
        var data = new DataFolder(folder.resolve("a folder/that is new"));

        assertThat(data.take()).isTrue();

        assertThat(data.read("version")).isEqualTo(Integer.toString(DataFolder.VERSION));
        assertThat(data.path("logs")).isDirectory();
    }

    @Test
    void aFolderOfAnOlderProgramIsUpgradedOnceAndKeepsWhatIsInIt() throws IOException {
        Files.writeString(folder.resolve("version"), "1\n");
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/vote"), "a secret\n");
        var data = new DataFolder(folder);

        assertThat(data.take()).isTrue();

        assertThat(data.upgradedFrom()).isEqualTo(1);
        assertThat(data.read("version")).isEqualTo(Integer.toString(DataFolder.VERSION));
        assertThat(data.path(DataFolder.ERASURES)).isDirectory();
        assertThat(data.secret("vote")).isEqualTo("a secret");
    }

    @Test
    void aFolderOfThisProgramIsNotUpgraded() throws IOException {
        Files.writeString(folder.resolve("version"), DataFolder.VERSION + "\n");
        var data = new DataFolder(folder);

        assertThat(data.take()).isTrue();

        assertThat(data.upgradedFrom()).isNull();
    }

    @Test
    void whoOnlyLocksAFolderUpgradesNothing() throws IOException {
        Files.writeString(folder.resolve("version"), "1\n");

        assertThat(new DataFolder(folder).lock()).isTrue();

        assertThat(folder.resolve("version")).hasContent("1");
    }

    @Test
    void listsOnADiskThatIsNotThereAreMissed() throws IOException {
        Path disk = folder.resolve("other disk");
        Path data = folder.resolve("data");
        Files.createDirectories(data);
        Files.createSymbolicLink(data.resolve(DataFolder.ERASURES), disk);

        assertThatThrownBy(() -> new DataFolder(data).take())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the lists of who was erased");

        Path mounted = folder.resolve("data that has its disk");
        Files.createDirectories(mounted);
        Files.createDirectories(disk);
        Files.createSymbolicLink(mounted.resolve(DataFolder.ERASURES), disk);
        assertThat(new DataFolder(mounted).take()).isTrue();
    }

    @Test
    void aVersionThatIsNoNumberIsRefused() throws IOException {
        Files.writeString(folder.resolve("version"), "two\n");

        assertThatThrownBy(() -> new DataFolder(folder).take())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("should hold a number");
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedInWordsAndTakenLater() throws IOException {
        assumeFalse(RunAs.isRoot(), "root may write everywhere");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertThatThrownBy(() -> new DataFolder(folder).take())
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("permission denied")
                    .hasMessageContaining("--data DIR");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        assertThat(new DataFolder(folder).take()).isTrue();
    }

    @Test
    void aFileSystemThatIsReadOnlyIsRefusedInWords() {
        Path readOnly = Path.of("/sys/fs");
        assumeTrue(Files.isDirectory(readOnly), "there is no " + readOnly + " on this system");

        assertThatThrownBy(() -> new DataFolder(readOnly.resolve("tool-verdicts")).take())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot use the data folder /sys/fs/tool-verdicts (")
                .hasMessageNotContaining("Exception");
    }

    @Test
    void aFolderOfANewerProgramIsRefusedAndLeftAlone() throws IOException {
        Files.writeString(folder.resolve("version"), "99\n");

        assertThatThrownBy(() -> new DataFolder(folder).take())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has version 99")
                .hasMessageContaining("--data DIR");
        assertThat(folder.resolve("version")).hasContent("99");
    }

    @Test
    void aFolderThatCannotBeAFolderIsRefusedInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new DataFolder(file).take())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot use the data folder")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\n");
    }

    @Test
    void aFolderThatNothingWasStartedInIsNoSystem() throws IOException {
        var data = new DataFolder(folder);
        assertThatThrownBy(data::requireSystem)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("there is no system in " + data.root());

        assertThat(data.take()).isTrue();

        assertThatNoException().isThrownBy(data::requireSystem);
    }

    @Test
    void onlyOneCanTakeAFolder() {
        assertThat(new DataFolder(folder).take()).isTrue();
        assertThat(new DataFolder(folder).take()).isFalse();
    }

    @Test
    void aSecretStaysTheSameAndIsForItsOwnerOnly() throws IOException {
        var data = new DataFolder(folder);

        String secret = data.secret("vote");

        assertThat(new DataFolder(folder).secret("vote")).isEqualTo(secret);
        assertThat(data.secret("catalog-database")).isNotEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path("secrets"))))
                .isEqualTo("rwx------");
    }
}
