package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationLogTest {

    @TempDir
    private Path folder;

    @Test
    void everyChangeHasALineWithWhoAndWhat() throws Exception {
        var log = new RotationLog(new DataFolder(folder));

        log.note("rotate", "vote-signing", "Ann\nretire all");
        log.note("retire", "vote-signing", null);

        assertThat(Files.readAllLines(folder.resolve(RotationLog.FILE)))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .matches("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z rotate vote-signing by Ann retire all"),
                        second -> assertThat(second)
                                .endsWith("retire vote-signing by " + System.getProperty("user.name")));
    }
}
