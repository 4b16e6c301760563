package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
